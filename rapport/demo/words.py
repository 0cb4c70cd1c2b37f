"""What people in the demonstration write to each other; sealed before it touches the database."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoalWords:
    """A goal as a pair words it: what, why, how it will be seen, and five levels of success."""

    wording: str
    why: str
    measure: str
    levels: tuple[str, str, str, str, str]


GOALS: dict[str, tuple[GoalWords, ...]] = {
    "en": (
        GoalWords(
            "Lead the spring planning round myself, and enjoy it.",
            "I always prepare everything for somebody else to present. I want my own voice.",
            "Whether I chaired it, and what three colleagues say afterwards.",
            (
                "Somebody else chairs it again.",
                "I chair one of the three days.",
                "I chair all of it.",
                "I chair it, and the decisions hold in June.",
                "I am asked to chair the next one as well.",
            ),
        ),
        GoalWords(
            "Say no to two things a month, kindly and in time.",
            "My evenings belong to other people’s deadlines.",
            "A note each time in my journal: to what, to whom, how it went.",
            (
                "I said yes to everything.",
                "I said no once and felt awful.",
                "Two a month, said within a day.",
                "Two a month, and people still come to me.",
                "I no longer need to count.",
            ),
        ),
        GoalWords(
            "Decide by summer whether research or practice is my way.",
            "I have been standing between two doors for three years.",
            "One page with my reasons, read to somebody who will argue.",
            (
                "I still avoid the question.",
                "I have spoken with people on one side.",
                "The page is written and read.",
                "The page is written and I have told my lead.",
                "I have taken the first real step through the door.",
            ),
        ),
        GoalWords(
            "Learn to ask before I advise.",
            "My people stopped telling me things because I solve them too fast.",
            "The share of questions in my notes of our talks; their word for it in spring.",
            (
                "I advise as ever.",
                "I notice it afterwards.",
                "I ask first in most talks.",
                "Others tell me that I listen differently.",
                "People bring me half-baked thoughts again.",
            ),
        ),
    ),
    "de": (
        GoalWords(
            "Ich leite bis zum Sommer mein erstes bereichsübergreifendes Projekt.",
            "Ich möchte wissen, ob Führung etwas für mich ist, bevor andere es entscheiden.",
            "Auftrag, Team und Zwischenbericht; dazu ein Gespräch mit meiner Abteilungsleiterin.",
            (
                "Es bleibt bei der Absicht.",
                "Ich leite ein Teilprojekt mit.",
                "Ich leite ein Projekt von Anfang bis Ende.",
                "Das Projekt gelingt, und das Team würde wieder mitmachen.",
                "Ich werde für das nächste Projekt angefragt.",
            ),
        ),
    ),
    "fr": (
        GoalWords(
            "Présenter mes résultats devant le comité sans lire mes notes.",
            "Je perds ma voix dès que la salle est pleine.",
            "Deux présentations avant avril, filmées et revues ensemble.",
            (
                "Je lis encore mon texte.",
                "Je présente devant trois collègues.",
                "Je présente au comité sans notes.",
                "Je réponds aux questions avec plaisir.",
                "On m’invite à présenter ailleurs.",
            ),
        ),
    ),
    "es": (
        GoalWords(
            "Construir una red de diez personas fuera de mi departamento.",
            "Solo me conocen quienes ya me conocían.",
            "Diez conversaciones de media hora, anotadas.",
            (
                "Sigo en mi círculo.",
                "Tres conversaciones.",
                "Diez conversaciones.",
                "Diez, y dos se repiten.",
                "Me llaman a mí para preguntar.",
            ),
        ),
    ),
    "ar": (
        GoalWords(
            "أن أتحدث في اجتماعات الفريق الكبير مرة على الأقل كل أسبوع.",
            "لديّ أفكار جيدة تبقى في دفتري.",
            "عدد المرات التي تكلمت فيها، وما تغيّر بعدها.",
            (
                "ما زلت صامتًا.",
                "تكلمت مرة في الشهر.",
                "أتكلم كل أسبوع.",
                "يسألني الآخرون عن رأيي.",
                "أُدير جزءًا من الاجتماع.",
            ),
        ),
    ),
}

STEPS = (
    "Ask Lena whether I may chair Tuesday’s pre-meeting.",
    "Write down three situations in which I said yes too fast.",
    "Read the minutes of the last two rounds with a pencil.",
    "Invite one person from the other building for a coffee.",
    "Draft the first page, badly, in twenty minutes.",
    "Die Projektskizze auf eine Seite kürzen.",
    "Appeler Mme Arnaud pour fixer une date.",
    "Watch how Ingrid opens a meeting, and note her first sentence.",
)

PREPARATIONS = (
    {
        "facts": "The date moved twice; two people have not answered.",
        "issue": "I do not know whether I may decide this alone.",
        "wanted": "One sentence I can say on Monday.",
        "options": "Ask outright · decide and tell · wait for the board.",
    },
    {
        "facts": "The talk with my lead was short and friendly and changed nothing.",
        "issue": "I was too polite to say what I want.",
        "wanted": "To practise the first two minutes with you.",
        "options": "A letter before · a walk instead of the office · bring numbers.",
    },
)

REFLECTIONS = (
    "I talked more than I thought I would, and it got clearer while I talked.",
    "The silence after your question was the useful part.",
    "I noticed that I wait for permission that nobody withholds.",
)

THANKS = (
    "Thank you for asking the question nobody asks, and for waiting until I had an answer.",
    "I came to give, and I take home more than I brought. Thank you.",
)

NOTES = (
    "Note to myself: the meeting went better than the night before it.",
    "I should write here more often; it is quieter than my head.",
)

PLACES = ("Café on the third floor", "By video", "A walk round the harbour", "Your office")

REVIEW = "It took longer than we thought, and it holds."


def goal_words(language: str, place: int) -> GoalWords:
    """A goal in a language; people whose language has none write English."""
    goals = GOALS.get(language) or GOALS["en"]
    return goals[place % len(goals)]
