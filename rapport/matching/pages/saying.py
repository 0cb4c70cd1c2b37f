"""What the page of a say shows: whom, why, and what is still open; a table by mode and side."""

from collections.abc import Mapping
from typing import Any

from rapport.domain.permissions import Role
from rapport.domain.sentences import _
from rapport.matching.models import Asking, Choice, MatchingRound, Mode
from rapport.matching.words import said

TITLES: Mapping[tuple[Mode, Role], tuple[str, str]] = {
    (Mode.MENTEE_RANKS, Role.MENTEE): (
        _("Whom would you like to meet?"),
        _("Choose up to three. The pairs are formed for everybody together, with your wishes."),
    ),
    (Mode.BOTH_RANK, Role.MENTEE): (
        _("Whom would you like to meet?"),
        _("Choose up to three. The others are asked as well, and both wishes count."),
    ),
    (Mode.BOTH_RANK, Role.MENTOR): (
        _("Whom would you like to mentor?"),
        _("Choose up to three. The others are asked as well, and both wishes count."),
    ),
    (Mode.MENTOR_APPROVES, Role.MENTOR): (
        _("Would you like to mentor them?"),
        _("Nothing is announced without your yes. A no needs no reason."),
    ),
    (Mode.SELF_MATCH, Role.MENTEE): (
        _("Whom would you like to ask?"),
        _("Ask one at a time. With a yes you are a pair; without one there are others."),
    ),
    (Mode.SELF_MATCH, Role.MENTOR): (
        _("Somebody would like you as a mentor"),
        _("A yes makes you a pair. A no needs no reason."),
    ),
}
NOBODY_SAID = _("This does not come about. That happens: places fill, and plans change.")
STATES = {
    (Role.MENTEE, Choice.Answer.YES): _("You asked. The answer is not there yet."),
    (Role.MENTOR, Choice.Answer.YES): _("You said yes."),
    (Role.MENTEE, Choice.Answer.NO): _("You would rather not. Nobody is told."),
    (Role.MENTOR, Choice.Answer.NO): _("You said no. Nobody is told that it was you."),
}
UNKNOWN = (_("Your say"), _("The coordinators decide in this programme."))


def said_page(asking: Asking) -> dict[str, Any]:
    """Everything on the page of one asking; after the end it can only be read."""
    found = asking.round
    mode, side = Mode(found.mode), Role(asking.side)
    title, lead = TITLES.get((mode, side), UNKNOWN)
    choices = list(asking.choices.select_related("other"))
    paired = paired_with(found, asking)
    return {
        "asking": asking,
        "round": found,
        "title": title,
        "lead": lead,
        "is_open": found.is_asking and not found.announced_at,
        "is_ranking": mode in {Mode.MENTEE_RANKS, Mode.BOTH_RANK},
        "is_mentee": side is Role.MENTEE,
        "cards": [card(each, side, paired) for each in choices],
    }


def card(choice: Choice, side: Role, paired: set[object]) -> dict[str, Any]:
    """One person shown: the name, what speaks for the two of you, and how it stands."""
    return {
        "choice": choice,
        "name": str(choice.other),
        "reasons": said(choice.reasons),
        "state": state_of(choice, side, paired),
        "is_open": choice.answer == Choice.Answer.NONE and choice.ended_at is None,
        "may_end": choice.answer == Choice.Answer.YES and choice.ended_at is None,
    }


def state_of(choice: Choice, side: Role, paired: set[object]) -> str:
    """A refusal of the other side and a place that was taken read the same."""
    if choice.other_id in paired and side is Role.MENTEE:
        return _("You are a pair. It is announced with the others.")
    if choice.answer == Choice.Answer.NO:
        return STATES[side, Choice.Answer.NO]
    if choice.ended_at is not None:
        return NOBODY_SAID
    return STATES.get((side, Choice.Answer(choice.answer)), "")


def paired_with(found: MatchingRound, asking: Asking) -> set[object]:
    """With whom both have agreed already; proposals nobody agreed to are told to nobody."""
    agreed = found.proposals.filter(removed_at=None, approved_at__isnull=False)
    return set(agreed.filter(mentee=asking.enrolment).values_list("mentor_id", flat=True))
