"""The words of the letters around a round of matching: a table by side and occasion."""

from rapport.domain.sentences import _
from rapport.matching.models import MatchingRound
from rapport.people.letters import Letter
from rapport.programmes.models import Enrolment

HELLO = _("Hello %(name)s,")
NEW_HERE = _(
    "If you have not joined yet: your invitation came in a letter of its own. Open that one first."
)
FREE = _("You need not answer. Then the coordinators decide without your wishes.")

ASKED = {
    "mentee": Letter(
        _("%(programme)s: whom would you like to meet?"),
        (
            HELLO,
            _(
                "before anybody is paired in “%(programme)s”, you may say whom you would like. "
                "It takes three minutes; you have until %(until)s:"
            ),
            "%(url)s",
            FREE,
            NEW_HERE,
        ),
    ),
    "mentor": Letter(
        _("%(programme)s: somebody you could mentor"),
        (
            HELLO,
            _(
                "before anything is announced in “%(programme)s”, you have a say in whom you "
                "mentor. It takes two minutes; you have until %(until)s:"
            ),
            "%(url)s",
            _("Saying no is fine. Nobody is told who said it, and no reason is asked."),
            NEW_HERE,
        ),
    ),
}
REMINDED = {
    side: Letter(
        _("%(programme)s: two days left for your say"),
        (
            HELLO,
            _("your say in “%(programme)s” counts until %(until)s. It takes three minutes:"),
            "%(url)s",
            FREE,
        ),
    )
    for side in ("mentee", "mentor")
}
CHOICE_ENDED = Letter(
    _("%(programme)s: one of your choices does not come about"),
    (
        HELLO,
        _(
            "you and %(other)s do not become a pair in this round. That happens: places fill, and "
            "plans change. There are others who would suit you; have a look:"
        ),
        "%(url)s",
    ),
)
ENDED = Letter(
    _("%(intake)s: everybody has had a say"),
    (
        HELLO,
        _("nobody is asked any more in “%(intake)s”. Look at the pairs and decide what comes:"),
        "%(url)s",
    ),
)
PLACE_KEPT = Letter(
    _("%(programme)s: nobody for you yet, and your place is kept"),
    (
        HELLO,
        _(
            "the pairs of this round in “%(programme)s” are formed, and there is nobody for you "
            "yet. %(why)s This says nothing about you."
        ),
        _(
            "Your sign-up stays as it is, and you take part in the next round without doing "
            "anything. If something has changed, or you would rather not wait, write to %(whom)s."
        ),
    ),
)

SUITS_NOBODY = _(
    "Among those who signed up we found nobody yet who suits what both sides asked for."
)
KIND_REASONS = {
    "seats_too_few": _("More people wish for a mentor than there are places."),
    "nobody_there": _("On the other side nobody has a free place at the moment."),
    "not_needed": _("Everybody who would suit you has somebody already."),
}


def kind_reason(found: MatchingRound, enrolment: Enrolment) -> str:
    """Why somebody has nobody: true, and without a rule that could point at a person."""
    for one in found.summary.get("unmatched", []):
        if one["enrolment"] == str(enrolment.pk):
            return KIND_REASONS.get(one["why"]["key"], SUITS_NOBODY)
    return SUITS_NOBODY
