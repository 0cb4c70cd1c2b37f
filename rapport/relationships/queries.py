"""Reads that take more than a line: what a relationship has to show for itself."""

from rapport.domain.ending import agreed
from rapport.domain.goals import is_accepted, is_reached
from rapport.domain.readiness import Facts
from rapport.relationships.models import Agreement, Goal, Relationship


def facts_of(relationship: Relationship) -> Facts:
    """What stands ready, counted from rows; no word is read."""
    members = relationship.member_ids()
    accepted = accepted_goals(relationship, members)
    held = relationship.meetings.filter(held_at__isnull=False)
    commitments = [goal.commitment for goal in accepted if goal.commitment is not None]
    return Facts(
        meetings_held=held.count(),
        values_revealed=are_values_revealed(relationship, members),
        agreement_signed=signed_agreement(relationship) is not None,
        goals_accepted=len(accepted),
        goals_with_scale=len(accepted),
        steps=relationship.steps.count(),
        lowest_commitment=min(commitments, default=None),
        commitment_talked=all(goal.talked_about_commitment_at for goal in accepted),
        goals_reached=sum(is_reached(latest_level(goal)) for goal in accepted),
        reviews_complete=bool(accepted)
        and all(members <= {each.person_id for each in goal.reviews.all()} for goal in accepted),
        closing_held=held.filter(is_closing=True).exists(),
        decided=decision_of(relationship) is not None,
    )


def accepted_goals(relationship: Relationship, members: set[object]) -> list[Goal]:
    """Goals that every member has accepted in their newest wording, and that nobody dropped."""
    goals = relationship.goals.filter(dropped_at__isnull=True).select_related("words")
    goals = goals.prefetch_related("acceptances", "attainments", "reviews")
    return [goal for goal in goals if is_accepted(accepting(goal), members)]


def accepting(goal: Goal) -> set[object]:
    newest = goal.words.revision
    return {each.person_id for each in goal.acceptances.all() if each.revision == newest}


def latest_level(goal: Goal) -> int:
    """The level last recorded (−2 to +2), or where the goal started."""
    recorded = [each.level for each in goal.attainments.all()]
    return recorded[-1] if recorded else goal.starting_level


def are_values_revealed(relationship: Relationship, members: set[object]) -> bool:
    done = relationship.value_sorts.filter(done_at__isnull=False)
    return members <= set(done.values_list("person_id", flat=True))


def signed_agreement(relationship: Relationship) -> Agreement | None:
    """The version in force: the newest that every member signed."""
    members = relationship.member_ids()
    for agreement in relationship.agreements.prefetch_related("signatures"):
        if members <= {each.person_id for each in agreement.signatures.all()}:
            return agreement
    return None


def decision_of(relationship: Relationship) -> tuple[str, str] | None:
    """What all members decided alike: what comes next, and what it becomes."""
    choices: dict[object, tuple[str, str]] = {
        each.person_id: (each.next, each.redefinition) for each in relationship.decisions.all()
    }
    return agreed(choices, relationship.member_ids())
