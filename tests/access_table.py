"""The complete table: every route, and whom it lets in – own, other, ended."""

from dataclasses import dataclass
from enum import Enum


class Who(Enum):
    """Everybody who might try a route."""

    VISITOR = "Nobody signed in"
    EVE = "Eve, a stranger"
    OTTO = "Otto, coordinator elsewhere"
    SUE = "Sue, suspended"
    BEN = "Ben, mentee"
    ADA = "Ada, mentor"
    GUS = "Gus, mentor of another"
    HANA = "Hana, mentee of another"
    CORA = "Cora, coordinator"
    OLGA = "Olga, coordinator of another programme"
    FAY = "Fay, facilitator"
    SAM = "Sam, safeguarding lead"
    STEN = "Sten, may start programmes"
    KIM = "Kim, administrator"


class State(Enum):
    OWN = "own"
    OTHER = "other"
    ENDED = "ended"


class Target(Enum):
    """What a route is about: which arguments it takes."""

    NOTHING = "nothing"
    RELATIONSHIP = "relationship"
    MEETING = "meeting"
    TIMES = "proposed times"
    INTRODUCTION = "introduction"
    HOLIDAY = "holiday"
    ASSEMBLY = "assembly"
    ASSEMBLY_OF_PROGRAMME = "assembly of a programme"
    SHELF_ITEM = "shelf item"
    QUESTION = "question"
    GOAL = "goal"
    STEP = "step"
    AGREEMENT = "agreement"
    VERSIONS = "two versions"
    SKILLS = "look at the skills of a phase"
    SKILLS_OF_A_PHASE = "skills of a phase"
    PULSE = "pulse"
    SPACE = "space"
    NOTE = "note"
    TALK = "talk request"
    PROGRAMME = "programme"
    DUTY = "duty"
    INTAKE = "intake"
    ENROLMENT = "enrolment"
    IMPORT = "import"
    ROUND = "round"
    PAIR = "pair"
    ROUND_MENTEE = "mentee of a round"
    EDIT = "edit of a board"
    BOARD_NOTE = "note beside a board"
    SAY = "say"
    CHOICE = "choice"
    MEMBER = "member"
    MEMBER_ROLE = "member and role"
    INVITATION = "invitation"
    TOKEN = "token"
    SESSION = "session"
    LOT = "lot"
    ANALYSIS_PLAN = "analysis plan"
    PERSONNEL_FILE = "personnel file"
    REPORT = "evaluation report"
    REPORT_COPY = "copy of a report"
    NEWS = "news"
    COPY = "copy of a record"
    UNSUBSCRIBING = "unsubscribing"
    SURVEY_LINK = "link of a survey"


People = frozenset[Who]
NOBODY: People = frozenset()
EVERYBODY: People = frozenset(Who)
SIGNED_IN: People = EVERYBODY - {Who.VISITOR, Who.SUE}
MEMBERS: People = SIGNED_IN - {Who.EVE, Who.OTTO}
PAIR: People = frozenset({Who.ADA, Who.BEN})
OTHERS: People = frozenset({Who.GUS, Who.HANA})
STARTERS: People = frozenset({Who.STEN, Who.KIM})


@dataclass(frozen=True)
class Row:
    """Whom a route lets in: to one's own, to another's, to one that has ended."""

    target: Target
    own: People
    other: People
    ended: People
    is_only_read_after: bool = False

    def let_in(self, state: State, method: str) -> People:
        if state is State.ENDED and self.is_only_read_after and method == "POST":
            return NOBODY
        return {State.OWN: self.own, State.OTHER: self.other, State.ENDED: self.ended}[state]


def at_the_root(target: Target, people: People) -> Row:
    """Open to the account, but not inside the mount of an organisation she does not belong to."""
    return all_alike(target, people - {Who.EVE, Who.OTTO})


def all_alike(target: Target, people: People) -> Row:
    return Row(target, people, people, people)


def of_the_pair(target: Target, *, after_close: bool = False) -> Row:
    """Open to the members alone; after the end only what is read."""
    return Row(target, PAIR, OTHERS, PAIR if after_close else NOBODY)


def written_until_the_end(target: Target) -> Row:
    """A page that shows and takes; after the end it only shows."""
    return Row(target, PAIR, OTHERS, PAIR, is_only_read_after=True)


def of_coordinators(target: Target, *also: Who) -> Row:
    """Open to whoever runs this very programme; an intake that ended is as open as any."""
    people = frozenset({Who.CORA, *also})
    return Row(target, people, frozenset({Who.OLGA}), people)


def of_the_called(target: Target) -> Row:
    """Open to whoever it is for, and to whoever runs it; Ben and Hana have signed up."""
    return Row(
        target,
        frozenset({Who.BEN, Who.CORA, Who.FAY}),
        frozenset({Who.HANA, Who.OLGA}),
        frozenset({Who.BEN, Who.CORA, Who.FAY}),
    )


def of_evaluators(target: Target) -> Row:
    """Open to whoever runs this very programme, and to the administrator in all of them."""
    people = frozenset({Who.CORA, Who.KIM})
    return Row(target, people, frozenset({Who.OLGA, Who.KIM}), people)


def of_whoever_runs_it(target: Target) -> Row:
    """Open to the coordinator of a relationship as long as it lives."""
    return Row(target, frozenset({Who.CORA}), frozenset({Who.CORA}), NOBODY)


def of_the_asked(target: Target) -> Row:
    """Open to the one who is asked, and to nobody who runs the programme."""
    return Row(target, frozenset({Who.BEN}), frozenset({Who.HANA}), NOBODY)


ACCOUNT = at_the_root(Target.NOTHING, SIGNED_IN)
READ, WRITE = True, False

ROUTES: dict[str, Row] = {
    # the installation
    "health": at_the_root(Target.NOTHING, EVERYBODY),
    "running": at_the_root(Target.NOTHING, EVERYBODY),
    "document_certificate": at_the_root(Target.NOTHING, EVERYBODY),
    "log_key": at_the_root(Target.NOTHING, EVERYBODY),
    "log_checkpoint": at_the_root(Target.NOTHING, EVERYBODY),
    "log_consistency": at_the_root(Target.NOTHING, NOBODY),  # there are no two checkpoints
    "design": at_the_root(Target.NOTHING, EVERYBODY),  # in development alone
    "setup": all_alike(Target.NOTHING, NOBODY),  # there are people, so it is gone
    # a person's own account
    "profile": ACCOUNT,
    "looks": ACCOUNT,
    "kept": ACCOUNT,
    "record": ACCOUNT,
    "record_copies": ACCOUNT,
    "record_copy": all_alike(Target.COPY, NOBODY),  # nobody has this copy
    "leaving": all_alike(Target.NOTHING, MEMBERS),
    "deletion": ACCOUNT,
    "alive": ACCOUNT,
    "session_end": all_alike(Target.SESSION, NOBODY),  # nobody has this session
    "totp_picture": ACCOUNT,
    "organisations": ACCOUNT,
    # what is new
    "news": all_alike(Target.NOTHING, MEMBERS),
    "news_aside": all_alike(Target.NOTHING, MEMBERS),
    "news_choices": all_alike(Target.NOTHING, MEMBERS),
    "news_open": Row(Target.NEWS, frozenset({Who.BEN}), frozenset({Who.HANA}), NOBODY),
    "push_device_new": all_alike(Target.NOTHING, MEMBERS),
    "push_device_end": all_alike(Target.COPY, NOBODY),  # nobody has this device
    "push_worker": at_the_root(Target.NOTHING, EVERYBODY),
    "unsubscribe": all_alike(Target.UNSUBSCRIBING, EVERYBODY),
    "undelivered": all_alike(Target.NOTHING, frozenset({Who.KIM, Who.CORA, Who.OLGA})),
    "undelivered_again": all_alike(Target.MEMBER, frozenset({Who.KIM, Who.CORA})),
    # an organisation's accounts
    "members": all_alike(Target.NOTHING, frozenset({Who.KIM})),
    "member": all_alike(Target.MEMBER, frozenset({Who.KIM})),
    "member_sessions_end": all_alike(Target.MEMBER, frozenset({Who.KIM})),
    "member_second_step": all_alike(Target.MEMBER, frozenset({Who.KIM})),
    "member_removal": all_alike(Target.MEMBER, frozenset({Who.KIM})),
    "duty_changes": all_alike(Target.NOTHING, frozenset({Who.KIM})),
    "duty_give": all_alike(Target.MEMBER, frozenset({Who.KIM})),
    "duty_end": all_alike(Target.MEMBER_ROLE, frozenset({Who.KIM})),
    "invitations": all_alike(Target.NOTHING, frozenset({Who.KIM})),
    "invitation_new": all_alike(Target.NOTHING, frozenset({Who.KIM})),
    "invitation_renew": all_alike(Target.INVITATION, frozenset({Who.KIM})),
    "invitation_end": all_alike(Target.INVITATION, frozenset({Who.KIM})),
    "invitation": all_alike(Target.TOKEN, EVERYBODY),
    # keys and sealed spaces
    "keys": ACCOUNT,
    "keys_new": ACCOUNT,
    "keys_unlock": ACCOUNT,
    "keys_code": ACCOUNT,
    "keys_phrase": ACCOUNT,
    "keys_again": ACCOUNT,
    "keys_generation": ACCOUNT,
    "keys_lost": ACCOUNT,
    "visible": ACCOUNT,
    "keys_passkey": ACCOUNT,
    "keys_passkey_end": ACCOUNT,
    "keys_mine": all_alike(Target.NOTHING, NOBODY),  # nobody in the scene has a keyring
    "keys_set_up": ACCOUNT,
    "keys_slots": ACCOUNT,
    "keys_code_used": ACCOUNT,
    "keys_keyring": ACCOUNT,
    "space_state": of_the_pair(Target.SPACE, after_close=READ),
    "space_log": of_the_pair(Target.SPACE, after_close=READ),
    "space_approval": of_the_pair(Target.SPACE, after_close=READ),
    "space_grant": of_the_pair(Target.SPACE, after_close=READ),
    "space": of_the_pair(Target.SPACE, after_close=READ),
    "space_envelope": of_the_pair(Target.SPACE, after_close=READ),
    "space_blob": of_the_pair(Target.SPACE, after_close=READ),
    "messages": of_the_pair(Target.SPACE, after_close=READ),
    "message_erasure": all_alike(Target.SPACE, NOBODY),  # nobody wrote this message
    "space_copy": of_the_pair(Target.SPACE, after_close=READ),
    "space_everything": of_the_pair(Target.SPACE, after_close=READ),
    "space_report": of_the_pair(Target.SPACE, after_close=READ),
    "spaces": all_alike(Target.NOTHING, MEMBERS),
    "space_proposal": of_the_pair(Target.SPACE, after_close=READ),
    "notes": all_alike(Target.NOTHING, MEMBERS),
    "note": Row(Target.NOTE, frozenset({Who.BEN}), frozenset({Who.HANA}), frozenset({Who.BEN})),
    "note_erasure": Row(
        Target.NOTE, frozenset({Who.BEN}), frozenset({Who.HANA}), frozenset({Who.BEN})
    ),
    "note_new": all_alike(Target.NOTHING, MEMBERS),
    # programmes
    "programmes": all_alike(Target.NOTHING, STARTERS | {Who.CORA, Who.OLGA, Who.FAY}),
    "programme_new": all_alike(Target.NOTHING, STARTERS),
    "programme": of_coordinators(Target.PROGRAMME, Who.FAY),
    "waves": of_coordinators(Target.PROGRAMME),
    "programme_settings": of_coordinators(Target.PROGRAMME),
    "programme_duties": of_coordinators(Target.PROGRAMME),
    "programme_duty_end": of_coordinators(Target.DUTY),
    "intake_new": of_coordinators(Target.PROGRAMME),
    "intake": of_coordinators(Target.INTAKE),
    "intake_settings": of_coordinators(Target.INTAKE),
    "enrolment_new": of_coordinators(Target.INTAKE),
    "enrolment": of_coordinators(Target.ENROLMENT),
    "enrolment_edit": of_coordinators(Target.ENROLMENT),
    "enrolment_withdrawal": of_coordinators(Target.ENROLMENT),
    "enrolment_return": of_coordinators(Target.ENROLMENT),
    "people_import": of_coordinators(Target.INTAKE),
    "import_mapping": of_coordinators(Target.IMPORT),
    "import_preview": of_coordinators(Target.IMPORT),
    "import_words": of_coordinators(Target.IMPORT),
    "import_result": of_coordinators(Target.IMPORT),
    "import_end": of_coordinators(Target.IMPORT),
    "holidays": of_coordinators(Target.PROGRAMME),
    # what people learn together
    "assemblies": of_coordinators(Target.PROGRAMME, Who.FAY),
    "assembly_end": of_coordinators(Target.ASSEMBLY_OF_PROGRAMME, Who.FAY),
    "my_assemblies": all_alike(Target.NOTHING, MEMBERS),
    "assembly": of_the_called(Target.ASSEMBLY),
    "workshop_board": of_the_called(Target.ASSEMBLY),
    "workshop_cards": of_the_called(Target.ASSEMBLY),
    "holiday_end": of_coordinators(Target.HOLIDAY),
    "lottery": of_coordinators(Target.INTAKE),
    "lot_up": of_coordinators(Target.LOT),
    # evaluation
    "evaluations": all_alike(Target.NOTHING, STARTERS | {Who.CORA, Who.OLGA}),
    "evaluation": of_evaluators(Target.PROGRAMME),
    "programme_questions": of_evaluators(Target.PROGRAMME),
    "baseline_survey": of_evaluators(Target.PROGRAMME),
    "baseline_sheet": of_evaluators(Target.PROGRAMME),
    "baseline_reminder": of_evaluators(Target.PROGRAMME),
    "baseline_end": of_evaluators(Target.PROGRAMME),
    "baseline_answer": all_alike(Target.SURVEY_LINK, EVERYBODY),  # whoever holds the link
    "evaluation_plans": of_evaluators(Target.PROGRAMME),
    "evaluation_plan": of_evaluators(Target.ANALYSIS_PLAN),
    "plan_lock": of_evaluators(Target.ANALYSIS_PLAN),
    "personnel_files": of_evaluators(Target.PROGRAMME),
    "personnel_file": of_evaluators(Target.PERSONNEL_FILE),
    "personnel_questions": of_evaluators(Target.PERSONNEL_FILE),
    "personnel_end": of_evaluators(Target.PERSONNEL_FILE),
    "evaluation_report_new": of_evaluators(Target.PERSONNEL_FILE),
    "evaluation_report": of_evaluators(Target.REPORT),
    "evaluation_report_copy": of_evaluators(Target.REPORT_COPY),
    # matching
    "matching_settings": of_coordinators(Target.PROGRAMME),
    "matching_outcomes": of_coordinators(Target.PROGRAMME),
    "matching": of_coordinators(Target.INTAKE),
    "circle_new": of_coordinators(Target.INTAKE),
    "matching_round": of_coordinators(Target.ROUND),
    "matching_again": of_coordinators(Target.ROUND),
    "matching_end": of_coordinators(Target.ROUND),
    "announce": of_coordinators(Target.ROUND),
    "board": of_coordinators(Target.ROUND),
    "board_fit": of_coordinators(Target.ROUND_MENTEE),
    "pair_why_not": of_coordinators(Target.ROUND),
    "round_aims": of_coordinators(Target.ROUND),
    "round_history": of_coordinators(Target.ROUND),
    "edit_undo": of_coordinators(Target.EDIT),
    "round_notes": of_coordinators(Target.ROUND),
    "note_erase": of_coordinators(Target.BOARD_NOTE),
    "announcement_end": of_coordinators(Target.ROUND),
    "asking": of_coordinators(Target.ROUND),
    "asking_end": of_coordinators(Target.ROUND),
    "invitation_cards": of_coordinators(Target.ROUND),
    "proposal_new": of_coordinators(Target.ROUND),
    "proposal": of_coordinators(Target.PAIR),
    "proposal_end": of_coordinators(Target.PAIR),
    "proposal_lock": of_coordinators(Target.PAIR),
    "proposal_release": of_coordinators(Target.PAIR),
    "pair_reasons": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "says": all_alike(Target.NOTHING, MEMBERS),
    "say": of_the_asked(Target.SAY),
    "say_agree": of_the_asked(Target.CHOICE),
    "say_decline": of_the_asked(Target.CHOICE),
    # the desk
    "desk": all_alike(Target.NOTHING, STARTERS | {Who.CORA, Who.OLGA, Who.FAY}),
    "course": Row(
        Target.RELATIONSHIP,
        frozenset({Who.CORA}),
        frozenset({Who.CORA}),
        frozenset({Who.CORA}),
    ),
    "programme_agreement": Row(
        Target.RELATIONSHIP,
        frozenset({Who.CORA}),
        frozenset({Who.CORA}),
        frozenset({Who.CORA}),
    ),
    "co_mentor": of_whoever_runs_it(Target.RELATIONSHIP),
    "co_mentor_end": of_whoever_runs_it(Target.RELATIONSHIP),
    "talk_answer": Row(
        Target.TALK, frozenset({Who.CORA}), frozenset({Who.CORA}), frozenset({Who.CORA})
    ),
    # the relationship
    "home": all_alike(Target.NOTHING, MEMBERS),
    "relationship": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "values": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "competencies": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "competency_view": of_the_pair(Target.SKILLS),
    "trust": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "pulse": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "pulse_pool": of_the_pair(Target.RELATIONSHIP),
    "skills_pool": of_the_pair(Target.SKILLS_OF_A_PHASE),
    "pulse_answers": of_the_pair(Target.RELATIONSHIP),
    "pulse_round": of_the_pair(Target.PULSE, after_close=READ),
    "pulse_topic": of_the_pair(Target.PULSE),
    "agreement": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "agreement_draft": of_the_pair(Target.RELATIONSHIP),
    "agreement_clauses": of_the_pair(Target.RELATIONSHIP),
    "agreement_comparison": of_the_pair(Target.VERSIONS, after_close=READ),
    "agreement_template": of_coordinators(Target.PROGRAMME),
    "agreement_offer": of_the_pair(Target.RELATIONSHIP),
    "agreement_version": of_the_pair(Target.AGREEMENT, after_close=READ),
    "agreement_signature": of_the_pair(Target.AGREEMENT),
    "agreement_sharing": written_until_the_end(Target.RELATIONSHIP),
    "agreement_consent": of_the_pair(Target.RELATIONSHIP),
    "agreement_document": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "meetings": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "meeting_new": of_the_pair(Target.RELATIONSHIP),
    "meeting": of_the_pair(Target.MEETING, after_close=READ),
    "meeting_move": of_the_pair(Target.MEETING),
    "meeting_cancellation": of_the_pair(Target.MEETING),
    "meeting_rest_cancellation": of_the_pair(Target.MEETING),
    "times_new": of_the_pair(Target.RELATIONSHIP),
    "times": of_the_pair(Target.TIMES, after_close=READ),
    "times_choice": of_the_pair(Target.TIMES),
    "times_withdrawal": of_the_pair(Target.TIMES),
    "reflection_calendar": of_the_pair(Target.MEETING),
    "meeting_held": of_the_pair(Target.MEETING),
    "meeting_reopened": of_the_pair(Target.MEETING),
    "meeting_calendar": of_the_pair(Target.MEETING, after_close=READ),
    "agenda": of_the_pair(Target.MEETING),
    "preparation": of_the_pair(Target.MEETING),
    "preparation_shared": of_the_pair(Target.MEETING),
    "reflection": of_the_pair(Target.MEETING),
    "session": of_the_pair(Target.MEETING),
    "reflection_shared": of_the_pair(Target.MEETING),
    "lead": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "shelf": written_until_the_end(Target.RELATIONSHIP),
    "shelf_item_end": of_the_pair(Target.SHELF_ITEM),
    "questions": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "question_mark": of_the_pair(Target.QUESTION, after_close=READ),
    "question_unmark": of_the_pair(Target.QUESTION, after_close=READ),
    "goals": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "goal_new": of_the_pair(Target.RELATIONSHIP),
    "goal": of_the_pair(Target.GOAL, after_close=READ),
    "goal_wording": of_the_pair(Target.GOAL),
    "goal_split": of_the_pair(Target.GOAL),
    "goal_acceptance": of_the_pair(Target.GOAL),
    "goal_level": of_the_pair(Target.GOAL),
    "goal_talk": of_the_pair(Target.GOAL),
    "goal_drop": of_the_pair(Target.GOAL),
    "goal_pick_up": of_the_pair(Target.GOAL),
    "steps": written_until_the_end(Target.RELATIONSHIP),
    "step_done": of_the_pair(Target.STEP),
    "step_once": of_the_pair(Target.STEP),
    "step_undone": of_the_pair(Target.STEP),
    "moves": of_the_pair(Target.RELATIONSHIP),
    "move_withdraw": of_the_pair(Target.RELATIONSHIP),
    "pause": of_the_pair(Target.RELATIONSHIP),
    "pause_end": of_the_pair(Target.RELATIONSHIP),
    "drift_answer": of_the_pair(Target.RELATIONSHIP),
    "talk": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "winding_up": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "review": of_the_pair(Target.GOAL),
    "thanks": of_the_pair(Target.RELATIONSHIP),
    "decision": of_the_pair(Target.RELATIONSHIP),
    "outlook": written_until_the_end(Target.RELATIONSHIP),
    "outlook_showing": of_the_pair(Target.RELATIONSHIP),
    "outlook_thought": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "introductions": written_until_the_end(Target.RELATIONSHIP),
    "introduction_made": of_the_pair(Target.INTRODUCTION, after_close=READ),
    "certificate": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "keeping": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "farewell": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "after_care": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "course_ending": of_whoever_runs_it(Target.RELATIONSHIP),
    "ending": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "rematch": of_the_pair(Target.RELATIONSHIP, after_close=READ),
    "rematch_withdraw": of_the_pair(Target.RELATIONSHIP, after_close=READ),
}
