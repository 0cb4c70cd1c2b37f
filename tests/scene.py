"""The stage on which every route is tried by everybody: three relationships, two programmes.

Own is Ada and Ben's, other is Gus and Hana's in the same programme, ended is Ada and Ben's first
one, closed without fault. Olga runs another programme of the same organisation.
"""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from rapport.domain.assemblies import AssemblyKind
from rapport.domain.events import DutyGiven
from rapport.domain.goals import Level
from rapport.domain.permissions import Role
from rapport.domain.rhythm import Rest
from rapport.domain.shelf import ShelfKind
from rapport.evaluation.actions.analysis_plan import begin_plan, lock_plan
from rapport.evaluation.actions.baseline_survey import Eligible, begin_survey
from rapport.evaluation.actions.personnel_file import name_columns, upload_personnel_file
from rapport.evaluation.listeners.baseline import token_for as survey_token
from rapport.evaluation.making import Edition
from rapport.evaluation.models import EvaluationReport
from rapport.evaluation.reading.table import Given
from rapport.evaluation.report.document import Document, as_data
from rapport.matching.models import Asking, MatchingRound, Proposal
from rapport.notifications.kinds import Kind
from rapport.notifications.models import Notification
from rapport.notifications.unsubscribing import token_for
from rapport.organisations.actions.invitations import invite_person
from rapport.organisations.models import Duty, Membership
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.actions.import_run import upload_file
from rapport.programmes.models import Draw, Enrolment, Intake, Programme, ProgrammeDuty
from rapport.relationships.actions.agreements import Terms, draft_agreement, offer_agreement
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.goals import Figures, propose_goal
from rapport.relationships.actions.holidays import set_holiday
from rapport.relationships.actions.introductions import promise_introduction
from rapport.relationships.actions.meetings import Slot, arrange_meeting
from rapport.relationships.actions.proposals import Offer, propose_times
from rapport.relationships.actions.pulse import answer_pulse
from rapport.relationships.actions.shelf import add_to_shelf
from rapport.relationships.actions.steps import Plan, plan_step
from rapport.relationships.actions.talk import ask_for_a_talk
from rapport.relationships.models import AgreementDraft, Relationship
from rapport.sealed.actions.note import write_note
from rapport.sealed.models import JournalNote
from rapport.sharing.models import SharedAgreement
from tests.access_table import State, Target, Who
from tests.cast import MountedClient, organisation, person
from tests.sealing import Hands

DUTIES = {Who.STEN: Role.COORDINATOR, Who.KIM: Role.ADMINISTRATOR}
PROGRAMME_DUTIES = {
    Who.CORA: Role.COORDINATOR,
    Who.FAY: Role.FACILITATOR,
    Who.SAM: Role.SAFEGUARDING,
}
OUTSIDE = {Who.VISITOR, Who.EVE, Who.OTTO}
STAFF = b"Employee ID,Hire date\n1,2024-01-01\n2,2024-02-01\n"
SHEET = b"Name,E-mail,Role\nRuth,ruth@example.org,mentor\n"


def next_month() -> date:
    return timezone.localdate() + timedelta(days=30)


@dataclass
class Scene:
    """Everybody's client, and the arguments of a route in each state."""

    clients: dict[Who, Client]
    numbers: dict[tuple[Target, State], dict[str, Any]]

    def client(self, who: Who) -> Client:
        return self.clients[who]

    def states_of(self, target: Target) -> list[State]:
        """In which states there is such a thing to try."""
        return [state for state in State if (target, state) in self.numbers]

    def arguments(self, target: Target, state: State) -> dict[str, Any]:
        return self.numbers[target, state]


class Stage:
    """Builds the scene; wants a transaction around it."""

    def __init__(self) -> None:
        self.people: dict[Who, Person] = {
            who: person(who.name) for who in Who if who is not Who.VISITOR
        }
        self.harbour, self.hill = organisation("Harbour", "harbour"), organisation("Hill", "hill")
        self.numbers: dict[tuple[Target, State], dict[str, Any]] = {(Target.NOTHING, State.OWN): {}}

    def build(self) -> Scene:
        with tenant(self.hill):
            Membership.objects.create(person=self.people[Who.OTTO])
            Duty.objects.create(person=self.people[Who.OTTO], role=Role.COORDINATOR)
        with tenant(self.harbour):
            self.give_duties()
            self.build_programmes()
            self.build_relationships()
            self.build_accounts()
        self.people[Who.SUE].is_active = False
        self.people[Who.SUE].save()
        return Scene({who: self.client(who) for who in Who}, self.numbers)

    def client(self, who: Who) -> Client:
        """Signed in a moment ago, inside the harbour's mount."""
        client = MountedClient(self.harbour)
        if who is not Who.VISITOR:
            client.force_login(self.people[who])
            session = client.session
            session["account_authentication_methods"] = [
                {"method": "password", "at": time.time(), "reauthenticated": True}
            ]
            session.save()
        return client

    def give_duties(self) -> None:
        for who, each in self.people.items():
            if who not in OUTSIDE:
                Membership.objects.create(person=each)
        for who, role in DUTIES.items():
            Duty.objects.create(person=self.people[who], role=role)

    def build_programmes(self) -> None:
        for state, slug in ((State.OWN, "lighthouse"), (State.OTHER, "beacon")):
            programme = Programme.objects.create(name=slug.title(), slug=slug)
            duties = PROGRAMME_DUTIES if state is State.OWN else {Who.OLGA: Role.COORDINATOR}
            for who, role in duties.items():
                ProgrammeDuty.objects.create(
                    programme=programme, person=self.people[who], role=role
                )
            self.build_intake(programme, state)

    def build_intake(self, programme: Programme, state: State) -> None:
        intake = Intake.objects.create(
            programme=programme,
            name="Autumn",
            code="autumn",
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 6, 30),
        )
        duty = programme.duties.order_by("role").first()
        run = upload_file(intake, "people.csv", SHEET, by=duty.person if duty else None)
        mentor, mentee = (
            Enrolment.objects.create(intake=intake, name=role, email=f"{role}@x.org", role=role)
            for role in ("mentor", "mentee")
        )
        matching_round = MatchingRound.objects.create(intake=intake, number=1, seed=1)
        rest = set_holiday(programme, "New year", Rest(date(2026, 12, 21), date(2027, 1, 4)))
        workshop = programme.assemblies.create(
            kind=AssemblyKind.WORKSHOP, starts_at=tomorrow(), place="Room 3"
        )
        pair = Proposal.objects.create(round=matching_round, mentor=mentor, mentee=mentee)
        self.build_say(pair, state)
        note = matching_round.notes.create(words="Ask first.")
        edit = matching_round.edits.create(number=1, kind="solved")
        at = {"slug": programme.slug}
        inside = at | {"code": "autumn"}
        draw = Draw.objects.create(intake=intake, places=0, seed="0")
        lot = draw.lots.create(enrolment=mentee, place=1, is_drawn=False)
        self.numbers[Target.LOT, state] = inside | {"lot": lot.pk}
        self.build_evaluation(programme, state)
        self.numbers |= {
            (Target.PROGRAMME, state): at,
            (Target.HOLIDAY, state): at | {"pk": rest.pk},
            (Target.ASSEMBLY, state): {"pk": workshop.pk},
            (Target.ASSEMBLY_OF_PROGRAMME, state): at | {"pk": workshop.pk},
            (Target.DUTY, state): at | {"number": duty.pk if duty else None},
            (Target.INTAKE, state): inside,
            (Target.ENROLMENT, state): inside | {"number": mentor.pk},
            (Target.IMPORT, state): inside | {"number": run.pk},
            (Target.ROUND, state): inside | {"number": 1},
            (Target.ROUND_MENTEE, state): inside | {"number": 1, "mentee": mentee.pk},
            (Target.EDIT, state): inside | {"number": 1, "edit": edit.number},
            (Target.BOARD_NOTE, state): inside | {"number": 1, "note": note.pk},
            (Target.PAIR, state): inside | {"number": 1, "pair": pair.pk},
        }

    def build_evaluation(self, programme: Programme, state: State) -> None:
        """A locked plan with a file and a report that is ready."""
        by = self.people[Who.CORA]
        plan = begin_plan(programme, by=by)
        lock_plan(plan, by=by)
        given = Given("staff.csv", STAFF)
        file = upload_personnel_file(plan, "workforce", given, erase_on=next_month(), by=by)
        name_columns(file, {"person": "Employee ID", "hired": "Hire date"}, by=by)
        report = EvaluationReport.objects.create(plan=plan, file=file, ready_at=timezone.now())
        document = Document("Report", "2026", "en", (2026, 1, 1), (), {"contents": "Contents"})
        edition = Edition("en", as_data(document), b"%PDF-1.7", "{}", "")
        report.editions.create(**vars(edition))
        at = {"slug": programme.slug}
        days = {"closes_on": next_month(), "erase_on": next_month() + timedelta(days=30)}
        survey = begin_survey(programme, [Eligible("1", "one@example.org")], **days, by=by)
        link = {"token": survey_token(survey.people.get().pk)}
        self.numbers |= {
            (Target.SURVEY_LINK, state): link,
            (Target.ANALYSIS_PLAN, state): at | {"number": plan.number},
            (Target.PERSONNEL_FILE, state): at | {"pk": file.pk},
            (Target.REPORT, state): at | {"pk": report.pk},
            (Target.REPORT_COPY, state): at | {"pk": report.pk, "kind": "pdf"},
        }

    def build_say(self, pair: Proposal, state: State) -> None:
        """Ben is asked in one programme, Hana in the other."""
        pair.mentee.person = self.people[Who.BEN if state is State.OWN else Who.HANA]
        pair.mentee.save()
        asking = Asking.objects.create(round=pair.round, enrolment=pair.mentee, side=Role.MENTEE)
        choice = asking.choices.create(other=pair.mentor, place=0)
        self.numbers |= {
            (Target.SAY, state): {"pk": asking.pk},
            (Target.CHOICE, state): {"pk": asking.pk, "choice": choice.pk},
        }

    def build_relationships(self) -> None:
        intake = Intake.objects.get(programme__slug="lighthouse")
        self.build_relationship(intake, State.ENDED, Who.ADA, Who.BEN)
        self.build_relationship(intake, State.OWN, Who.ADA, Who.BEN)
        self.build_relationship(intake, State.OTHER, Who.GUS, Who.HANA)

    def build_relationship(self, intake: Intake, state: State, mentor: Who, mentee: Who) -> None:
        ada, ben = self.people[mentor], self.people[mentee]
        seats = [Seat(ada, Role.MENTOR), Seat(ben, Role.MENTEE)]
        relationship = begin_relationship(intake, seats, by=None)
        hands = Hands(relationship)
        self.numbers |= things_in(relationship, hands, ben, state)
        if state is State.ENDED:
            end_without_fault(relationship, by=ada)

    def build_accounts(self) -> None:
        _, token = invite_person(person("Newcomer"), by=self.people[Who.KIM])
        invitation, _ = invite_person(person("Another"), by=self.people[Who.KIM])
        member = {"person": self.people[Who.GUS].pk}
        self.numbers |= {
            (Target.TOKEN, State.OWN): {"token": token},
            (Target.INVITATION, State.OWN): {"invitation": invitation.pk},
            (Target.MEMBER, State.OWN): member,
            (Target.MEMBER_ROLE, State.OWN): member | {"role": Role.COORDINATOR.value},
            (Target.SESSION, State.OWN): {"pk": 1},
        }
        self.numbers[Target.COPY, State.OWN] = {"number": uuid4()}
        stop = token_for(self.people[Who.BEN], [Kind.GOALS])
        self.numbers[Target.UNSUBSCRIBING, State.OWN] = {"token": stop}
        for who, state in ((Who.BEN, State.OWN), (Who.HANA, State.OTHER)):
            news = Notification.objects.create(
                person=self.people[who], event="DutyGiven", values=values_of_duty(self.people[who])
            )
            self.numbers[Target.NEWS, state] = {"number": news.pk}
            self.numbers[Target.NOTE, state] = {"number": self.note_of(self.people[who]).pk}

    def note_of(self, writer: Person) -> JournalNote:
        """A note in somebody's journal, written as her browser would."""
        hands = Hands.at_journal(writer)
        return write_note(None, hands.sealed(writer, "note/1", {"note": "x"}), by=writer)


def things_in(
    relationship: Relationship, hands: Hands, ben: Person, state: State
) -> dict[tuple[Target, State], dict[str, Any]]:
    """A meeting, a goal, a step and an agreement, all by the mentee."""
    at = {"code": relationship.code}
    meeting = arrange_meeting(relationship, Slot(tomorrow(), 60), by=ben)
    words = hands.sealed(ben, "introduction/1", {"whom": "Kim"})
    promise = promise_introduction(relationship, words, by=ben)
    words = hands.sealed(ben, "shelf/1", {"title": "A book"})
    item = add_to_shelf(relationship, ShelfKind.LINK, words, by=ben)
    times = propose_times(relationship, Offer((tomorrow(), tomorrow()), 60), by=ben)
    words = hands.sealed(ben, "goal/1", {"wording": "Lead"})
    goal = propose_goal(relationship, words, Figures(None, 8, Level.LESS), owner=ben, by=ben)
    words = hands.sealed(ben, "step/1", {"wording": "Ask"})
    step = plan_step(relationship, words, Plan(owner=ben), by=ben)
    draft_agreement(relationship, hands.sealed(ben, "agreement/1", {"purpose": "x"}), by=ben)
    draft = AgreementDraft.objects.get(relationship=relationship)
    terms = Terms(rhythm_days=21, minutes=60, until=date(2027, 6, 30))
    offered = offer_agreement(relationship, terms, revision=draft.words.revision, by=ben)
    SharedAgreement.objects.create(agreement=offered, document=b"%PDF-1.7", made_by=ben)
    request = ask_for_a_talk(relationship, by=ben)
    answer_pulse(relationship, 1, hands.sealed(ben, "pulse/1", {"focus_self": "4"}), by=ben)
    return {
        (Target.RELATIONSHIP, state): at,
        (Target.TALK, state): {"pk": request.pk},
        (Target.MEETING, state): at | {"pk": meeting.pk},
        (Target.INTRODUCTION, state): at | {"pk": promise.pk},
        (Target.SHELF_ITEM, state): at | {"pk": item.pk},
        (Target.QUESTION, state): at | {"key": "other-chair"},
        (Target.TIMES, state): at | {"pk": times.pk},
        (Target.GOAL, state): at | {"pk": goal.pk},
        (Target.STEP, state): at | {"pk": step.pk},
        (Target.AGREEMENT, state): at | {"version": 1},
        (Target.VERSIONS, state): at | {"left": 1, "right": 0},
        (Target.SKILLS, state): at | {"phase": "rapport", "moment": "start"},
        (Target.SKILLS_OF_A_PHASE, state): at | {"phase": "rapport"},
        (Target.PULSE, state): at | {"number": 1},
        (Target.SPACE, state): {"sid": relationship.space_id},
    }


def values_of_duty(person: Person) -> dict[str, str]:
    return DutyGiven(person=person.pk, role=Role.COORDINATOR).values()


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def build_scene() -> Scene:
    return Stage().build()
