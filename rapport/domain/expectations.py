"""A deck of expectations to sort: what each counts on, would like, or would rather not.

Said before it is disappointed. The selection and the wording are our own.
"""

from enum import StrEnum

from rapport.domain.sentences import _
from rapport.domain.values import Value

PREFIX = "expects_"
"""Before the key of each card, so that both decks lie in the same sealed words."""


class Weight(StrEnum):
    YES = "yes"
    WELCOME = "welcome"
    NO = "no"


WEIGHT_LABELS: dict[Weight, str] = {
    Weight.YES: _("I count on it"),
    Weight.WELCOME: _("I would like it"),
    Weight.NO: _("Rather not"),
}


def card(key: str, name: str, meaning: str, question: str) -> Value:
    return Value(PREFIX + key, name, meaning, question)


DECK: tuple[Value, ...] = (
    card("honest_feedback", _("Honest feedback"), _("Also when it is not pleasant"),
         _("How shall it be said so that it can be heard?")),
    card("listening_first", _("Listening before advising"), _("Questions first, answers later"),
         _("How do you show that you want advice, or only an ear?")),
    card("own_stories", _("Stories of success and failure"), _("Not only what went well"),
         _("Which story would you like to hear, and which to tell?")),
    card("homework", _("Work between the meetings"), _("Steps that are really tried"),
         _("How much time between two meetings is realistic?")),
    card("preparation", _("Coming prepared"), _("A topic, a question, an aim"),
         _("What does each bring to a meeting, at the least?")),
    card("punctuality", _("Being on time"), _("And staying for the whole time"),
         _("What do you do when somebody is late?")),
    card("quick_answers", _("Quick answers"), _("Within a day or two"),
         _("Which way, and how soon, is an answer due?")),
    card("between_meetings", _("Being reachable in between"), _("A short message is all right"),
         _("What is worth a message, and what can wait?")),
    card("contacts", _("Opening doors"), _("Being introduced to people"),
         _("Whom might you introduce, and when would that be too early?")),
    card("job_help", _("Help with jobs and applications"), _("Advice, not a decision"),
         _("Where does help end and a favour begin?")),
    card("expert_knowledge", _("Knowledge of the field"), _("Facts, tools, shortcuts"),
         _("Which knowledge is in the other that is not in books?")),
    card("challenge", _("Being challenged"), _("Questions that are not comfortable"),
         _("How do you notice that it is enough for today?")),
    card("encouragement", _("Being encouraged"), _("Hearing what is going well"),
         _("Which encouragement reaches you, and which does not?")),
    card("private_life", _("Room for private matters"), _("Life beside work may come in"),
         _("What belongs here, and what does not?")),
    card("discretion", _("Silence about what is said"), _("Also towards friends and managers"),
         _("Who may know that you meet, and who may know more?")),
    card("mutual_learning", _("Learning from each other"), _("Everybody takes something home"),
         _("What would the mentor like to learn?")),
    card("shadowing", _("Looking over the shoulder"), _("Coming along to a meeting or a day"),
         _("Where could one of you come along?")),
    card("notes", _("Notes of what was agreed"), _("So that nothing gets lost"),
         _("Who writes, and where does it lie?")),
    card("decides_alone", _("Deciding alone"), _("Advice may be left aside"),
         _("How is it for you when your advice is not taken?")),
    card("says_when_over", _("Saying when it is enough"), _("No slow fading away"),
         _("By which words will you tell each other that it is time to end?")),
)  # fmt: skip

KEYS = frozenset(card.key for card in DECK)
