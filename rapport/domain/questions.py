"""Open questions to have at hand, by purpose. They are beginnings; the talk is the pair's own."""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _


class Purpose(StrEnum):
    PERSPECTIVE = "perspective"
    COMMITMENT = "commitment"
    CHALLENGE = "challenge"
    LOOK_BACK = "look_back"
    STORY = "story"


PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.PERSPECTIVE: _("See it from another side"),
    Purpose.COMMITMENT: _("Find out how much you want it"),
    Purpose.CHALLENGE: _("Challenge each other kindly"),
    Purpose.LOOK_BACK: _("Look back"),
    Purpose.STORY: _("Tell a story"),
}


@dataclass(frozen=True)
class Question:
    """A question that cannot be answered with yes or no; `key` is kept when the words change."""

    key: str
    purpose: Purpose
    text: str


def asked(purpose: Purpose, *questions: tuple[str, str]) -> tuple[Question, ...]:
    return tuple(Question(key, purpose, text) for key, text in questions)


QUESTIONS: tuple[Question, ...] = (
    *asked(
        Purpose.PERSPECTIVE,
        ("other-chair", _("How would this sound from the other person’s chair?")),
        ("ten-years", _("What will you think of it in ten years?")),
        ("friend", _("What would you tell a friend who came to you with this?")),
        ("opposite", _("What if the opposite were true as well?")),
        ("not-said", _("What has nobody said aloud yet?")),
        ("easy", _("Where in your life is something like this easy for you?")),
    ),
    *asked(
        Purpose.COMMITMENT,
        ("give-up", _("What are you ready to give up for it?")),
        ("from-six", _("What would bring your wish for it up by one, from where it is now?")),
        ("first-hour", _("What could you do about it within the first hour of tomorrow?")),
        ("stopped", _("What has stopped you so far, and what is different this time?")),
        ("who-knows", _("Whom will you tell, so that it becomes real?")),
        ("without", _("What happens if you leave it as it is?")),
    ),
    *asked(
        Purpose.CHALLENGE,
        ("evidence", _("What makes you sure? What would make you doubt?")),
        ("own-part", _("What is your own part in it?")),
        ("avoid", _("What are you avoiding by being so busy with this?")),
        ("braver", _("What would you do if you were ten percent braver?")),
        ("pattern", _("Where have you met this pattern before?")),
        ("i-see", _("May I say what I notice? What do you make of it?")),
    ),
    *asked(
        Purpose.LOOK_BACK,
        ("surprise", _("What has surprised you since we last met?")),
        ("kept", _("Which sentence from last time has stayed with you?")),
        ("proud", _("What did you do that you would not have done a year ago?")),
        ("setback", _("What did the setback teach you that success could not?")),
        ("helped", _("What did I do that helped, and what should I leave?")),
        ("for-us", _("What have we learned from each other so far?")),
    ),
    *asked(
        Purpose.STORY,
        ("wrong", _("When did you get something thoroughly wrong, and what came of it?")),
        ("turning", _("Which chance meeting changed your way?")),
        ("helped-me", _("Who once helped you, and how did they do it?")),
        ("first-day", _("What was your first day in this work like?")),
        ("decision", _("Which hard decision would you make the same way again?")),
    ),
)

KEYS = frozenset(question.key for question in QUESTIONS)


def by_purpose() -> list[tuple[Purpose, list[Question]]]:
    """The library in its order, a part for each purpose."""
    return [
        (purpose, [each for each in QUESTIONS if each.purpose is purpose]) for purpose in Purpose
    ]
