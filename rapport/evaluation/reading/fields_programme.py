"""The columns of what a programme knows, from participants to its survey, in two languages."""

from rapport.evaluation.reading.field import PERSON, Content, Field, field

PARTICIPANTS: tuple[Field, ...] = (
    field(
        "role",
        Content.WORD,
        r"(programme |program |mentoring )?(role|rolle)|mentor (or|oder) mentee",
    ),
    field(
        "applied",
        Content.DAY,
        r"appl(ied|ication)( ?date| on)?|signed up( on| at)?|registration date",
        r"bewerbung(sdatum)?|beworben am|angemeldet am|anmeldedatum",
    ),
    field(
        "drawn",
        Content.WORD,
        r"lottery( result| outcome)?|drawn|won|lot|selected|los(ung|entscheid)?|ausgelost",
        r"gezogen|losergebnis",
    ),
    field(
        "drawn_on",
        Content.DAY,
        r"(lottery|draw|offer)( ?date| day| on)|offered( on)?|losdatum|auslosung( am)?",
        r"angebot(sdatum)?",
    ),
    field(
        "draw",
        Content.WORD,
        r"(draw|round|cohort|intake)( no| number| id)?|jahrgang|runde|kohorte|losrunde",
    ),
    field(
        "joined",
        Content.DAY,
        r"(match|matched|matching|join|joined|joining)( ?date| on| day)?",
        r"(start|started|pairing|begin|kick ?off)( ?date| on| day)?",
        r"(programme|program|mentoring) (start|begin|start date)|start(datum)?|beginn",
        r"vermittelt am|gematcht am|matching(datum)?|tandembeginn|programmstart",
        r"programmbeginn|eintritt ins programm",
        required=True,
    ),
    field(
        "ended",
        Content.DAY,
        r"(end|ended|finish|finished|completion|completed)( ?date| on)?",
        r"(programme|program|mentoring) end( date)?|ende|enddatum|beendet am|abschluss",
        r"programmende",
    ),
    field("person", Content.NAME, *PERSON, required=True),
)

GOALS: tuple[Field, ...] = (
    field("goal", Content.NAME, r"goal( id| no| number)?|ziel( id| nr)?|zielnummer"),
    field("rater", Content.WORD, r"rater|rated by|source|bewerter|bewertet (von|durch)|wer"),
    field(
        "before",
        Content.NUMBER,
        r"(level )?(before|baseline|at the start|start)( level)?|ausgangs(stufe|wert|lage)",
        r"vorher|zu beginn",
    ),
    field(
        "level",
        Content.NUMBER,
        r"(attained|reached|after|final|end|outcome)( level)?|level( reached| attained)?",
        r"score|erreicht(e stufe)?|stufe|nachher|am ende",
        required=True,
    ),
    field("fate", Content.WORD, r"status|fate|state|verbleib"),
    field("person", Content.NAME, *PERSON, required=True),
)

RATINGS: tuple[Field, ...] = (
    field("scale", Content.WORD, r"scale|competenc(e|y)|instrument|skala|kompetenz"),
    field(
        "before",
        Content.NUMBER,
        r"(score |value )?(before|pre|baseline|t0|t1 pre)|vorher|zu beginn|vormessung",
        required=True,
    ),
    field(
        "after",
        Content.NUMBER,
        r"(score |value )?(after|post|follow ?up|t1)|nachher|am ende|nachmessung",
        required=True,
    ),
    field("person", Content.NAME, *PERSON, required=True),
)

SURVEY: tuple[Field, ...] = (
    field(
        "answered",
        Content.DAY,
        r"(answered|asked|survey)( ?date| day| on)?|date|day|datum|tag|befragt am|beantwortet am",
        required=True,
    ),
    field("engagement", Content.NUMBER, r"engagement( score| index)?|bindung"),
    field("intention", Content.NUMBER, r"(intention|intent) to stay|bleibeabsicht"),
    field("person", Content.NAME, *PERSON, required=True),
)
