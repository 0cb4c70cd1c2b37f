"""What a column can become: one table, from which the form, the reader and the docs are made."""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _


class Role(StrEnum):
    """In which side of a relationship somebody wants to be; EITHER takes both."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    EITHER = "either"

    def with_other(self, other: "Role") -> "Role":
        return self if self is other else Role.EITHER

    def covers(self, other: "Role") -> bool:
        return self is Role.EITHER or self is other


class Target(StrEnum):
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    REFERENCE = "reference"
    ROLE = "role"
    MENTEES_WANTED = "mentees_wanted"
    MENTORS_WANTED = "mentors_wanted"
    NEVER_WITH = "never_with"
    TOPICS = "topics"
    STAGE = "stage"
    SIGNED_UP_AT = "signed_up_at"
    LANGUAGES = "languages"
    SITE = "site"
    TIME_ZONE = "time_zone"
    ANSWER = "answer"
    IGNORE = "ignore"


@dataclass(frozen=True)
class About:
    """`once`: at most one column of a table can be this."""

    label: str
    explanation: str
    once: bool = True


TARGETS: dict[Target, About] = {
    Target.NAME: About(_("Name"), _("The person’s whole name.")),
    Target.GIVEN_NAME: About(_("Given name"), _("Joined with the family name.")),
    Target.FAMILY_NAME: About(_("Family name"), _("Joined with the given name.")),
    Target.EMAIL: About(
        _("E-mail address"), _("Recognises the person next time, and is where we write to.")
    ),
    Target.REFERENCE: About(
        _("Reference"), _("A number or code that stays the same, where there is no e-mail address.")
    ),
    Target.ROLE: About(_("Mentor or mentee"), _("In which role the person wants to take part.")),
    Target.MENTEES_WANTED: About(
        _("How many mentees"), _("How many mentees a mentor takes; one if nothing is said.")
    ),
    Target.MENTORS_WANTED: About(
        _("How many mentors"), _("How many mentors a mentee wants; one if nothing is said.")
    ),
    Target.NEVER_WITH: About(
        _("Manager or advisor"), _("Never paired with the person named here."), once=False
    ),
    Target.TOPICS: About(
        _("Topics"), _("Several choices in one cell; used to find pairs."), once=False
    ),
    Target.STAGE: About(_("Stage or year"), _("How far along the person is.")),
    Target.SIGNED_UP_AT: About(
        _("Signed up at"), _("When there are two answers, the newer one counts.")
    ),
    Target.LANGUAGES: About(_("Languages"), _("Languages the person can talk in.")),
    Target.SITE: About(_("Place"), _("Site, campus or city.")),
    Target.TIME_ZONE: About(_("Time zone"), _("For example Europe/Berlin.")),
    Target.ANSWER: About(
        _("Answer"), _("Kept as the answer to a question of the sign-up."), once=False
    ),
    Target.IGNORE: About(_("Leave out"), _("Not stored at all."), once=False),
}
