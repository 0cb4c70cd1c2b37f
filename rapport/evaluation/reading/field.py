"""What can be said about a column: its name, what stands in it, and which headers mean it.

Patterns meet headers as words_of() writes them: small letters, no punctuation, single spaces.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Content(StrEnum):
    NAME = "name"  # who somebody is
    DAY = "day"
    NUMBER = "number"
    WORD = "word"


class When(StrEnum):
    """When a fact about a person is fixed: for good, at any time, or before the programme."""

    FOR_GOOD = "for_good"
    ANY_TIME = "any_time"
    BEFORE = "before"


@dataclass(frozen=True)
class Field:
    """`fact` is set where the field may serve to find similar colleagues."""

    name: str
    content: Content
    pattern: re.Pattern[str]
    fact: When | None = None
    required: bool = False


def field(
    name: str, content: Content, *patterns: str, fact: When | None = None, required: bool = False
) -> Field:
    """A field whose header fits one of the patterns from end to end."""
    whole = re.compile("|".join(f"^(?:{pattern})$" for pattern in patterns))
    return Field(name, content, whole, fact, required)


WHO = "mitarbeiter|employee|staff|person(al|en)?|worker|user|associate|colleague|mentee|member"
NUMBER = "id|nr|no|num|nummer|number|code|key|kennung|kennzeichen|pseudonym"
PERSON = (
    rf"(({WHO}|participant|teilnehmer|ma|pers) ?(in )?)?({NUMBER})",
    r"(mitarbeiter|personal|personen|teilnehmer|stamm)(id|nr|nummer|kennung)",
    r"employee ?(id|number)|employeenumber|pernr|person id external|user sys id|global id",
    r"person|employee|mitarbeiter(in)?|mentee|pseudonym",
    r"((work|business|dienstliche?) )?(e ?mail|mail)( address| adresse)?",
)
