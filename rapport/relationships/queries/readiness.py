"""What a relationship has to show for itself, counted from rows; no word is read.

Everything is counted in memory over `.all()`, so that a list of relationships gathered
with `RECORD` needs the same few queries for one row and for three hundred.
"""

from django.utils import timezone

from rapport.domain.agreement import is_in_force
from rapport.domain.ending import agreed
from rapport.domain.goals import is_accepted, is_reached
from rapport.domain.outlook import LEARNING, are_sure
from rapport.domain.permissions import Role
from rapport.domain.readiness import Facts, is_term_near
from rapport.relationships.models import Agreement, Goal, Meeting, Relationship

RECORD = (
    "participants__person",
    "meetings",
    "value_sorts",
    "agreements__signatures",
    "goals__words",
    "goals__acceptances",
    "goals__attainments",
    "goals__reviews",
    "steps",
    "decisions",
    "thanks",
    "confidences",
)


def facts_of(relationship: Relationship) -> Facts:
    """What stands ready in this relationship."""
    members = members_of(relationship)
    accepted = accepted_goals(relationship, members)
    held = meetings_held(relationship)
    not_talked = [goal for goal in accepted if goal.talked_about_commitment_at is None]
    return Facts(
        meetings_held=len(held),
        values_revealed=are_values_revealed(relationship, members),
        agreement_signed=signed_agreement(relationship) is not None,
        goals_accepted=len(accepted),
        goals_with_scale=len(accepted),
        steps=len(relationship.steps.all()),
        lowest_commitment=min((goal.commitment or 0 for goal in not_talked), default=None),
        commitment_talked=bool(accepted) and not not_talked,
        goals_reached=sum(is_reached(latest_level(goal)) for goal in accepted),
        reviews_complete=bool(accepted) and all(members <= reviewing(goal) for goal in accepted),
        closing_held=any(meeting.is_closing for meeting in held),
        decided=decision_of(relationship) is not None,
        all_thanked=members <= {each.person_id for each in relationship.thanks.all()},
        is_confident=are_sure(*confidence_of(relationship)),
        term_is_near=is_term_near(relationship.intake.ends_on, timezone.localdate()),
    )


def confidence_of(relationship: Relationship) -> tuple[tuple[int, ...], int]:
    """What those who learn last said of themselves, and how many of them there are."""
    learners = {
        each.person_id for each in relationship.participants.all() if Role(each.role) in LEARNING
    }
    latest = {each.person_id: each.level for each in relationship.confidences.all()}
    return tuple(latest[each] for each in learners if each in latest), len(learners)


def members_of(relationship: Relationship) -> set[object]:
    return {each.person_id for each in relationship.participants.all()}


def meetings_held(relationship: Relationship) -> list[Meeting]:
    return [each for each in relationship.meetings.all() if each.held_at is not None]


def accepted_goals(relationship: Relationship, members: set[object]) -> list[Goal]:
    """Goals that every member has accepted in their newest wording, and that nobody dropped."""
    goals = (goal for goal in relationship.goals.all() if goal.dropped_at is None)
    return [goal for goal in goals if is_accepted(accepting(goal), members)]


def accepting(goal: Goal) -> set[object]:
    newest = goal.words.revision
    return {each.person_id for each in goal.acceptances.all() if each.revision == newest}


def reviewing(goal: Goal) -> set[object]:
    return {each.person_id for each in goal.reviews.all()}


def latest_level(goal: Goal) -> int:
    """The level last recorded (−2 to +2), or where the goal started."""
    recorded = [each.level for each in goal.attainments.all()]
    return recorded[-1] if recorded else goal.starting_level


def are_values_revealed(relationship: Relationship, members: set[object]) -> bool:
    sorts = relationship.value_sorts.all()
    return members <= {each.person_id for each in sorts if each.done_at is not None}


def signed_agreement(relationship: Relationship) -> Agreement | None:
    """The version in force: the newest that every member signed."""
    members = members_of(relationship)
    for agreement in relationship.agreements.all():
        if is_in_force({each.person_id for each in agreement.signatures.all()}, members):
            return agreement
    return None


def decision_of(relationship: Relationship) -> tuple[str, str] | None:
    """What all members decided alike: what comes next, and what it becomes."""
    choices: dict[object, tuple[str, str]] = {
        each.person_id: (each.next, each.redefinition) for each in relationship.decisions.all()
    }
    return agreed(choices, members_of(relationship))
