"""What a header says about its column: a table of patterns in English and German.

Headers are compared as words_of() gives them: small letters, no punctuation, single spaces.
`words` keeps a pattern to short headers; long ones are questions and mostly mean an answer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.targets import Target


@dataclass(frozen=True)
class Clue:
    target: Target
    pattern: re.Pattern[str]
    words: int


def _clue(target: Target, *patterns: str, words: int = 4) -> Clue:
    return Clue(target, re.compile("|".join(patterns)), words)


CLUES: tuple[Clue, ...] = (
    _clue(
        Target.IGNORE,
        r"^(start time|startzeit|last modified time|(uhrzeit|zeit) der letzten änderung)$",
        r"^(total points|quiz feedback|gesamtpunktzahl|quizfeedback|score|ip address|ip adresse)$",
        r"^(points|feedback|punkte) .*",
        words=12,
    ),
    _clue(
        Target.SIGNED_UP_AT,
        r"^(timestamp|zeitstempel|time stamp|completion time|fertigstellungszeit)$",
        r"^(submitted|submission|signed up|registered|created|sign up)( date| time| at| on)*$",
        r"^(date submitted|date of registration|anmeldedatum|anmeldezeitpunkt|eingereicht am)$",
        r"^(angemeldet am|datum der anmeldung|horodateur|marca temporal)$",
    ),
    _clue(
        Target.NEVER_WITH,
        r"\b(line )?manager",
        r"\bsupervisor",
        r"\badvis[eo]r\b",
        r"\bvorgesetzte",
        r"\bführungskraft\b",
        r"\bbetreuer",
        r"\bteamleit",
        r"\bdoktor(vater|mutter)",
        r"\breports? to\b",
        r"\bprincipal investigator\b",
        r"\bchef(in)?\b",
        r"\bboss\b",
        words=16,
    ),
    _clue(
        Target.MENTEES_WANTED,
        r"\bhow many mentees\b",
        r"\bhow many (students|people|persons|peers|colleagues)\b.*\b(mentor|take|support)",
        r"\b(number|max\w*|amount)( of)?( \w+)? mentees\b",
        r"\bwie viele (mentees|personen|studierende|menschen)\b",
        r"\banzahl( der| an)? mentees\b",
        r"^(mentor |mentee )?(capacity|kapazität|plätze)$",
        words=16,
    ),
    _clue(
        Target.MENTORS_WANTED,
        r"\bhow many mentors\b",
        r"\b(number|max\w*)( of)?( \w+)? mentors\b",
        r"\bwie viele mentor",
        r"\banzahl( der| an)? mentor",
        words=16,
    ),
    _clue(
        Target.EMAIL,
        r"\be ?mail\b",
        r"\b(e ?)?mail ?(address|adresse|id)?$",
        r"\bcourriel\b",
        r"\bcorreo\b",
        words=10,
    ),
    _clue(
        Target.ROLE,
        r"^(your |ihre |deine |desired |gewünschte )?(role|rolle|mentoring role|mentoringrolle)$",
        r"^(mentor|mentorin|mentor in)( or| oder)?( a)? mentee$",
        r"\b(be|as|become|als|sein|werden)\b.*\bmentor.*\b(or|oder|and|und)\b.*\bmentee",
        r"\b(be|as|become|als|sein|werden)\b.*\bmentee.*\b(or|oder|and|und)\b.*\bmentor",
        r"^(rolle|role) (im|in|in the) (program|programme|programm|mentoring)$",
        r"^(participating|teilnahme) (as|als)$",
        words=16,
    ),
    _clue(
        Target.GIVEN_NAME,
        r"^(your |ihr |dein )?(first|given|fore|preferred) ?names?$",
        r"^(ihr |dein )?(vorname|vornamen|rufname)$",
    ),
    _clue(
        Target.FAMILY_NAME,
        r"^(your )?(last|family|sur) ?names?$",
        r"^(ihr |dein )?(nachname|familienname|zuname)$",
    ),
    _clue(
        Target.NAME,
        r"^((please )?(enter )?your |ihr |dein )?(full |whole |complete |vollständiger )?name$",
        r"^(first and last name|first last name|vor und nachname|vorname nachname|name vorname)$",
        r"^(what is your (full )?name|wie hei(ß|ss)(t|en) (du|sie))$",
        r"^(participant|employee|student)( s)? name$",
        r"^(display name|anzeigename|nombre|nom)$",
        words=6,
    ),
    _clue(
        Target.REFERENCE,
        r"^(id|nr|no|number|nummer|kennung|reference|referenz|ref|code|key)$",
        r"^(response|participant|employee|staff|student|person|user|member)( id| number| no)$",
        r"^(personal|matrikel|mitarbeiter|teilnehmer)(nummer|nr)$",
        r"^(worker|global|company) id$",
    ),
    _clue(Target.TIME_ZONE, r"\btime ?zone\b", r"\bzeitzone\b", words=8),
    _clue(
        Target.LANGUAGES,
        r"^(\w+ )?(language|languages|sprache|sprachen)( spoken)?$",
        r"\b(which|what) languages?\b",
        r"\bwelchen? sprachen?\b",
        words=10,
    ),
    _clue(
        Target.STAGE,
        r"^(what|which) (year|semester|stage|grade|level)\b",
        r"^(your |study |career |job |current )?(year|semester|stage|level|seniority|grade)$",
        r"^year of study$",
        r"^(fachsemester|studienjahr|karrierestufe|laufbahnstufe|stufe|jahrgang)$",
        r"^(years of experience|berufserfahrung|career stage|experience level)$",
        words=8,
    ),
    _clue(
        Target.SITE,
        r"^(your |work |office |primary )?(site|office|location|campus|city|workplace|town)$",
        r"^(standort|ort|stadt|büro|arbeitsort|dienstort|niederlassung)$",
    ),
    _clue(
        Target.TOPICS,
        r"\b(select|choose|tick|check) (more than one|all that apply|several|multiple|up to)\b",
        r"\b(mehrfach\w*|mehrere (auswählen|antworten)|alles zutreffende)\b",
        r"^(\w+ )?(topics|interests|skills|expertise|disciplines?|fields?)\b",
        r"^(\w+ )?(themen|interessen|kompetenzen|wunschthemen)\b",
        r"\bsub ?disciplines?\b",
        r"^(fachgebiete?|fachbereiche?|schwerpunkte?|themenwünsche|areas of (interest|expertise))$",
        words=24,
    ),
)

GRID = re.compile(r"^(?P<question>.*\S)\s*\[(?P<item>[^\[\]]+)\]$", re.DOTALL)


def target_of_header(header: str) -> Target | None:
    """The target that a header's words speak for; the first clue in the table wins."""
    if GRID.match(header):
        return None
    words = words_of(header)
    length = len(words.split())
    for clue in CLUES:
        if length <= clue.words and clue.pattern.search(words):
            return clue.target
    return None


def known_headers(headers: Iterable[str]) -> int:
    """How many different things about people the headers of a sheet name."""
    return len({target_of_header(header) for header in headers} - {None, Target.IGNORE})


def question_of(header: str) -> tuple[str, str]:
    """The question and, where the header is one row of a grid, the row: “Rate these [Sports]”."""
    grid = GRID.match(header)
    return (grid["question"], grid["item"].strip()) if grid else (header, "")
