"""What the audit log notes, and in which words a person reads about herself there.

Never noted: content, words that were searched for, pages that members read in their own
relationships.
"""

from enum import StrEnum

from rapport.domain.sentences import _


class Deed(StrEnum):
    """What somebody did that is noted."""

    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105  # a name
    SECOND_FACTOR_CHANGED = "second-factor-changed"
    SESSIONS_ENDED = "sessions-ended"
    SECOND_STEP_FORGOTTEN = "second-step-forgotten"
    DUTY_GIVEN = "duty-given"
    DUTY_ENDED = "duty-ended"
    LOOKED_AT_COURSE = "looked-at-course"
    LOOKED_AT_SIGN_UP = "looked-at-sign-up"
    LOOKED_AT_AGREEMENT = "looked-at-agreement"
    EXPORTED_PEOPLE = "exported-people"
    PLAN_LOCKED = "plan-locked"
    SURVEY_BEGUN = "baseline-survey-begun"
    SURVEY_ERASED = "baseline-survey-erased"
    PERSONNEL_FILE_CAME = "personnel-file-came"
    PERSONNEL_FILE_ERASED = "personnel-file-erased"
    LOOKED_AT_REPORT = "looked-at-report"
    TOOK_REPORT = "took-report"
    KEYS_CHANGED = "keys-changed"
    SPACE_CHANGED = "space-changed"
    STARTED = "started"


# How each deed reads on the page of the person it is about; %(actor)s is a name or “You”.
SENTENCES: dict[Deed, str] = {
    Deed.SIGNED_IN: _("%(actor)s signed in."),
    Deed.SIGN_IN_FAILED: _("Somebody tried to sign in with your address and did not succeed."),
    Deed.PASSWORD_CHANGED: _("%(actor)s changed the password."),
    Deed.SECOND_FACTOR_CHANGED: _("%(actor)s changed a second factor."),
    Deed.SESSIONS_ENDED: _("%(actor)s signed you out on all your devices."),
    Deed.SECOND_STEP_FORGOTTEN: _("%(actor)s removed your second step of signing in."),
    Deed.DUTY_GIVEN: _("%(actor)s gave you a duty."),
    Deed.DUTY_ENDED: _("%(actor)s ended a duty of yours."),
    Deed.LOOKED_AT_COURSE: _("%(actor)s looked at the course of a relationship of yours."),
    Deed.LOOKED_AT_SIGN_UP: _("%(actor)s looked at your sign-up."),
    Deed.LOOKED_AT_AGREEMENT: _("%(actor)s read the agreement that you shared."),
    Deed.EXPORTED_PEOPLE: _("%(actor)s exported a list on which you stand."),
    Deed.KEYS_CHANGED: _("%(actor)s changed a key or a way to unlock it."),
    Deed.SPACE_CHANGED: _("%(actor)s changed who belongs to a sealed space of yours."),
}

LOOKS = frozenset(
    {
        Deed.LOOKED_AT_COURSE,
        Deed.LOOKED_AT_SIGN_UP,
        Deed.LOOKED_AT_AGREEMENT,
        Deed.EXPORTED_PEOPLE,
    }
)
"""The deeds by which somebody else sees data of a person."""
