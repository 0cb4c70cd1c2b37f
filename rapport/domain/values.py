"""A deck of values to sort, each with a question worth talking about.

The names and meanings are our own selection; no published inventory is reproduced.
"""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _

OWN_CARDS = 5
"""How many cards of her own a person may add."""


class Importance(StrEnum):
    VERY = "very"
    IMPORTANT = "important"
    LESS = "less"


IMPORTANCE_LABELS: dict[Importance, str] = {
    Importance.VERY: _("Very important"),
    Importance.IMPORTANT: _("Important"),
    Importance.LESS: _("Less important"),
}


@dataclass(frozen=True)
class Value:
    """One card: its key (kept in sealed words, never changed), name, meaning and question."""

    key: str
    name: str
    meaning: str
    question: str


DECK: tuple[Value, ...] = (
    Value("achievement", _("Achievement"), _("Getting difficult things done"),
          _("What did you last finish that cost you something?")),
    Value("adventure", _("Adventure"), _("Trying what is new and uncertain"),
          _("Which risk are you glad you took?")),
    Value("authenticity", _("Being myself"), _("Not having to play a part"),
          _("Where can you be yourself, and where not yet?")),
    Value("autonomy", _("Freedom"), _("Deciding for myself"),
          _("How much room do you need from others to do good work?")),
    Value("balance", _("Balance"), _("Room for life beside work"),
          _("What tells you that the balance is lost?")),
    Value("beauty", _("Beauty"), _("Things that are made well and look it"),
          _("When was something at work beautiful to you?")),
    Value("belonging", _("Belonging"), _("Being one of a group that holds together"),
          _("Where do you feel you belong, and what made it so?")),
    Value("calm", _("Calm"), _("Working without rush or alarm"),
          _("What helps you to stay calm when others are not?")),
    Value("care", _("Care"), _("Looking after people"),
          _("Who looked after you, and how do you pass it on?")),
    Value("challenge", _("Challenge"), _("Being asked more than I can yet do"),
          _("How much stretch is good, and how do you notice too much?")),
    Value("clarity", _("Clarity"), _("Knowing what counts and what is expected"),
          _("What would you like to be clearer just now?")),
    Value("community", _("Community"), _("Doing something for the place I live in"),
          _("What would be missing around you if you were not there?")),
    Value("competence", _("Mastery"), _("Being really good at something"),
          _("What would you like to be known for in ten years?")),
    Value("courage", _("Courage"), _("Saying or doing what is hard"),
          _("Which conversation have you been putting off?")),
    Value("creativity", _("Creativity"), _("Making something that was not there before"),
          _("When do your best ideas come, and who hears them first?")),
    Value("curiosity", _("Curiosity"), _("Wanting to understand"),
          _("Which question has stayed with you for years?")),
    Value("equality", _("Equality"), _("Everybody counts the same"),
          _("Where do you see unequal treatment, and what do you do?")),
    Value("fairness", _("Fairness"), _("Rules that hold for all"),
          _("When was something fair to all and still not right?")),
    Value("faith", _("Faith or spirit"), _("Something greater than myself"),
          _("What gives you hold when plans fail?")),
    Value("family", _("Family"), _("The people I come home to"),
          _("What does your work ask of the people at home?")),
    Value("friendship", _("Friendship"), _("People I can be open with"),
          _("Can colleagues be friends? What changes then?")),
    Value("generosity", _("Generosity"), _("Giving without counting"),
          _("What do you give easily, and what hardly ever?")),
    Value("growth", _("Growth"), _("Becoming more than I am today"),
          _("What can you do today that you could not do two years ago?")),
    Value("health", _("Health"), _("Looking after body and mind"),
          _("What does your body tell you about your work?")),
    Value("honesty", _("Honesty"), _("Saying what is so"),
          _("How would you like to hear something unpleasant?")),
    Value("humour", _("Humour"), _("Laughing, also about myself"),
          _("When has laughing together changed a hard day?")),
    Value("influence", _("Influence"), _("Being able to move things"),
          _("What would you change if you had the say?")),
    Value("joy", _("Joy"), _("Liking what I do"),
          _("During which work do you forget the time?")),
    Value("justice", _("Justice"), _("Standing up against wrong"),
          _("When did you speak up, and when do you wish you had?")),
    Value("loyalty", _("Loyalty"), _("Standing by people and promises"),
          _("To whom or what are you loyal, and where does it end?")),
    Value("nature", _("Nature"), _("Living so that the earth can bear it"),
          _("Where do your work and the earth get in each other’s way?")),
    Value("order", _("Order"), _("Things in their place, plans that hold"),
          _("How do you work with somebody who orders things quite differently?")),
    Value("prosperity", _("Prosperity"), _("Earning well"),
          _("How much is enough, and what would you not do for more?")),
    Value("recognition", _("Recognition"), _("Being seen for what I do"),
          _("Whose thanks mean the most to you?")),
    Value("reliability", _("Reliability"), _("Keeping my word"),
          _("What do you do when you cannot keep a promise?")),
    Value("respect", _("Respect"), _("Being taken seriously, and taking others so"),
          _("By what do you notice that somebody respects you?")),
    Value("security", _("Security"), _("Knowing that the ground holds"),
          _("What do you need to feel safe enough to try something?")),
    Value("service", _("Service"), _("Being of use"),
          _("Who is better off because of your work?")),
    Value("tradition", _("Tradition"), _("Keeping what has proved its worth"),
          _("What should stay as it is, and why?")),
    Value("trust", _("Trust"), _("Relying on each other without checking"),
          _("How does trust begin for you, and what ends it?")),
)  # fmt: skip

KEYS = frozenset(value.key for value in DECK)
