"""What a column of each file can be: one table, from which reading, questions and docs are made.

Patterns meet headers as words_of() writes them: small letters, no punctuation, single spaces.
The first field of a file whose pattern fits a header takes it.
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


def _field(
    name: str, content: Content, *patterns: str, fact: When | None = None, required: bool = False
) -> Field:
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

WORKFORCE: tuple[Field, ...] = (
    _field(
        "exported",
        Content.DAY,
        r"(as of|report|export|extract|snapshot|reporting)( ?date| day)?",
        r"stichtag|auswertungsdatum|exportdatum|stand",
    ),
    _field(
        "entered",
        Content.DAY,
        r"(entry|entered|recorded|completed|transaction|last modified)( date| on| moment| at)",
        r"erfasst am|erfassungsdatum|geändert am|änderungsdatum",
    ),
    _field(
        "changed",
        Content.DAY,
        r"(effective|valid|job start)( ?date| from| moment)?|event date|effectivedate|begda",
        r"effective (start )?date|effective from|valid from|gültig (ab|von)|wirksam ab|beginn",
    ),
    _field("until", Content.DAY, r"valid (to|until)|effective (end date|to)|gültig bis|endda"),
    _field(
        "notice",
        Content.DAY,
        r"terminated at|notice( given)?( date| on)?|resignation date|(date of )?notice",
        r"kündigungsdatum|gekündigt am|kündigung (am|vom)|kündigungseingang",
    ),
    _field(
        "left",
        Content.DAY,
        r"(last|final) (working day|day( of work| worked| of employment)?|working date)",
        r"(termination|exit|leave|leaving|end|separation|departure)( ?date| day)?",
        r"(employment|contract) end( date)?|date of (leaving|termination|exit)|left( on)?",
        r"last working date|terminationdate|end ?date|termination termination date",
        r"austritt(s?datum)?|austritt am|letzter arbeitstag|vertragsende|beschäftigt bis",
        r"(ende|datum) (der|des) (beschäftigung|austritts|arbeitsverhältnis(ses)?)",
        r"ausgeschieden am",
    ),
    _field(
        "first_hired",
        Content.DAY,
        r"(original|first|adjusted|continuous|seniority)( service| hire| start)( date)?",
        r"adjusted service date|ersteintritt|erstes eintrittsdatum",
        r"betriebszugehörigkeit(sdatum)?",
    ),
    _field("rehired", Content.DAY, r"rehire( ?date)?|rehired on|wiedereintritt(sdatum)?"),
    _field(
        "hired",
        Content.DAY,
        r"(hire|hiring|start|joining|join|entry|begin|onboarding)( ?date| day)",
        r"employment (start )?date",
        r"hired( on)?|hiredate|date (of joining|joined|hired)|startdate",
        r"(employment|contract) start",
        r"eintritt(s?datum)?|eintritt am|beschäftigt seit|einstellungsdatum|vertragsbeginn",
        required=True,
    ),
    _field(
        "reason",
        Content.WORD,
        r"(termination|leaving|exit|separation|departure|leave)( ?reason| type| category)",
        r"reason( for (leaving|termination|exit))?|(voluntary )?type of (exit|termination)",
        r"austrittsgrund|kündigungsgrund|grund( des austritts)?|austrittsart|beendigungsgrund",
    ),
    _field(
        "status",
        Content.WORD,
        r"(employee|employment|worker|hr|current)? ?status|employmentstatus|active|aktiv",
        r"beschäftigungsstatus|mitarbeiterstatus|employment history status",
        r"(event|action|ereignis|massnahme|maßnahme)",
    ),
    _field(
        "employer",
        Content.WORD,
        r"(legal )?(company|entity|employer)( name| code)?|legal entity|gesellschaft|firma",
        r"buchungskreis",
    ),
    _field(
        "born",
        Content.DAY,
        r"(date of birth|birth ?date|birthday|dob|born)|geburts(datum|tag)|geboren( am)?",
        fact=When.FOR_GOOD,
    ),
    _field(
        "birth_year",
        Content.NUMBER,
        r"(year of birth|birth ?year)|geburtsjahr|jahrgang",
        fact=When.FOR_GOOD,
    ),
    _field("gender", Content.WORD, r"gender|sex|geschlecht|anrede|salutation", fact=When.FOR_GOOD),
    _field(
        "department",
        Content.WORD,
        r"(department|dept|division|unit|business unit|function|team)( name| code)?",
        r"(cost ?cent(er|re)|org(anisation(al)?|anization(al)?)? ?unit)( name| code)?",
        r"abteilung|bereich|kostenstelle|fachbereich|organisationseinheit|orgeinheit",
        fact=When.ANY_TIME,
    ),
    _field(
        "level",
        Content.WORD,
        r"(job |pay |salary |career )?(level|grade|band|rank)|seniority|stufe|tarifgruppe",
        r"entgeltgruppe|karrierestufe|vergütungsgruppe|ebene",
        fact=When.ANY_TIME,
    ),
    _field(
        "site",
        Content.WORD,
        r"(work |office )?(location|site|city|country|region)|standort|ort|arbeitsort|werk",
        r"land",
        fact=When.ANY_TIME,
    ),
    _field(
        "contract",
        Content.WORD,
        r"(contract|employment|employee|worker) (type|class|category)|befristung|befristet",
        r"vertragsart|beschäftigungsart",
        fact=When.ANY_TIME,
    ),
    _field(
        "salary",
        Content.NUMBER,
        r"(annual |base |gross |monthly )?(salary|pay|compensation)( eur| usd)?",
        r"(jahres|brutto|monats)?gehalt|entgelt|bezüge",
        fact=When.ANY_TIME,
    ),
    _field(
        "rating",
        Content.NUMBER,
        r"(last |latest |performance |annual )*(rating|appraisal|review score|performance)",
        r"leistungsbeurteilung|beurteilung|bewertung",
        fact=When.ANY_TIME,
    ),
    _field(
        "engagement",
        Content.NUMBER,
        r"(baseline )?engagement( score| index)?|mitarbeiterbindung|engagementindex",
        fact=When.BEFORE,
    ),
    _field(
        "intention",
        Content.NUMBER,
        r"(baseline )?(intention|intent) to (stay|leave)|turnover intention|bleibeabsicht",
        r"wechselabsicht",
        fact=When.BEFORE,
    ),
    _field(
        "promoted",
        Content.DAY,
        r"(last |latest )?(promotion|promoted)( date| on)?|beförderung(sdatum)?|befördert am",
        r"letzte beförderung",
    ),
    _field("person", Content.NAME, *PERSON, required=True),
)

PARTICIPANTS: tuple[Field, ...] = (
    _field(
        "role",
        Content.WORD,
        r"(programme |program |mentoring )?(role|rolle)|mentor (or|oder) mentee",
    ),
    _field(
        "applied",
        Content.DAY,
        r"appl(ied|ication)( ?date| on)?|signed up( on| at)?|registration date",
        r"bewerbung(sdatum)?|beworben am|angemeldet am|anmeldedatum",
    ),
    _field(
        "drawn",
        Content.WORD,
        r"lottery( result| outcome)?|drawn|won|lot|selected|los(ung|entscheid)?|ausgelost",
        r"gezogen|losergebnis",
    ),
    _field(
        "drawn_on",
        Content.DAY,
        r"(lottery|draw|offer)( ?date| day| on)|offered( on)?|losdatum|auslosung( am)?",
        r"angebot(sdatum)?",
    ),
    _field(
        "draw",
        Content.WORD,
        r"(draw|round|cohort|intake)( no| number| id)?|jahrgang|runde|kohorte|losrunde",
    ),
    _field(
        "joined",
        Content.DAY,
        r"(match|matched|matching|join|joined|joining)( ?date| on| day)?",
        r"(start|started|pairing|begin|kick ?off)( ?date| on| day)?",
        r"(programme|program|mentoring) (start|begin|start date)|start(datum)?|beginn",
        r"vermittelt am|gematcht am|matching(datum)?|tandembeginn|programmstart",
        r"programmbeginn|eintritt ins programm",
        required=True,
    ),
    _field(
        "ended",
        Content.DAY,
        r"(end|ended|finish|finished|completion|completed)( ?date| on)?",
        r"(programme|program|mentoring) end( date)?|ende|enddatum|beendet am|abschluss",
        r"programmende",
    ),
    _field("person", Content.NAME, *PERSON, required=True),
)

GOALS: tuple[Field, ...] = (
    _field("goal", Content.NAME, r"goal( id| no| number)?|ziel( id| nr)?|zielnummer"),
    _field("rater", Content.WORD, r"rater|rated by|source|bewerter|bewertet (von|durch)|wer"),
    _field(
        "before",
        Content.NUMBER,
        r"(level )?(before|baseline|at the start|start)( level)?|ausgangs(stufe|wert|lage)",
        r"vorher|zu beginn",
    ),
    _field(
        "level",
        Content.NUMBER,
        r"(attained|reached|after|final|end|outcome)( level)?|level( reached| attained)?",
        r"score|erreicht(e stufe)?|stufe|nachher|am ende",
        required=True,
    ),
    _field("fate", Content.WORD, r"status|fate|state|verbleib"),
    _field("person", Content.NAME, *PERSON, required=True),
)

RATINGS: tuple[Field, ...] = (
    _field("scale", Content.WORD, r"scale|competenc(e|y)|instrument|skala|kompetenz"),
    _field(
        "before",
        Content.NUMBER,
        r"(score |value )?(before|pre|baseline|t0|t1 pre)|vorher|zu beginn|vormessung",
        required=True,
    ),
    _field(
        "after",
        Content.NUMBER,
        r"(score |value )?(after|post|follow ?up|t1)|nachher|am ende|nachmessung",
        required=True,
    ),
    _field("person", Content.NAME, *PERSON, required=True),
)

FILES: dict[str, tuple[Field, ...]] = {
    "workforce": WORKFORCE,
    "participants": PARTICIPANTS,
    "goals": GOALS,
    "ratings": RATINGS,
}


def fields_of(file: str) -> dict[str, Field]:
    return {field.name: field for field in FILES[file]}
