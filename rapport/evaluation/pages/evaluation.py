"""The page of an evaluation: where it stands, what is next, what was made before."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rapport.evaluation.engine.power import advise
from rapport.evaluation.models import AnalysisPlan, EvaluationReport, PersonnelFile
from rapport.evaluation.plan import Plan
from rapport.evaluation.queries.readings import reading_on
from rapport.evaluation.words import Voice
from rapport.evaluation.words_here import voice_here
from rapport.programmes.models import Programme
from rapport.programmes.queries import places_in

REPORTS_SHOWN = 20


def evaluation_page(programme: Programme) -> dict[str, Any]:
    """Plan, file and reports of a programme, and the one next step."""
    plan = programme.analysis_plans.select_related("locked_by", "programme").first()
    files = list(files_of(plan)) if plan else []
    reports = EvaluationReport.objects.filter(plan__programme=programme)
    reports = reports.select_related("plan__programme", "asked_by").defer("grounds")
    return {
        "programme": programme,
        "plan": plan,
        "files": files,
        "reports": reports[:REPORTS_SHOWN],
        "next": next_step(programme, plan, files),
        "scarce": [each for each in programme.intakes.all() if places_in(each).are_scarce],
    }


def files_of(plan: AnalysisPlan) -> Any:
    files = plan.files.filter(erased_at=None).select_related("uploaded_by", "plan__programme")
    return files.defer("content")


def next_step(
    programme: Programme, plan: AnalysisPlan | None, files: list[PersonnelFile]
) -> dict[str, str]:
    """One step: begin the plan, lock it, choose a file, name its columns, make the report."""
    workforce = next((each for each in files if each.kind == PersonnelFile.Kind.WORKFORCE), None)
    if plan is None:
        return {
            "title": _("Decide what the programme is judged by"),
            "why": _(
                "Before anybody opens a personnel file. Whoever looks first and decides then "
                "always finds something."
            ),
            "label": _("Write the plan"),
            "action": reverse("evaluation_plans", args=[programme.slug]),
        }
    if not plan.is_locked:
        return {
            "title": _("Finish the plan and lock it"),
            "why": _("A locked plan is printed in the report, with its hash and the moment."),
            "label": _("Go on with the plan"),
            "url": plan.get_absolute_url(),
        }
    if workforce is None:
        return {
            "title": _("Choose the personnel file"),
            "why": _(
                "When the day of reading has come. It is stored encrypted and erased on a day."
            ),
            "label": _("Choose a file"),
            "url": reverse("personnel_files", args=[programme.slug]),
        }
    return reading_step(plan, workforce)


def reading_step(plan: AnalysisPlan, workforce: PersonnelFile) -> dict[str, str]:
    """The file is here; whether a report may be made is for the plan's day of reading to say."""
    why = _("Columns and questions first; then the report is made in the background.")
    reading = reading_on(plan, timezone.localdate())
    if opens := reading.opens or (reading.made and reading.following):
        why = _("Columns and questions now; the plan allows a report from %(day)s on.") % {
            "day": date_format(opens, "DATE_FORMAT")
        }
    elif reading.made:
        why = _("All looks of this plan are taken. Another one wants a new plan.")
    return {
        "title": _("Read the file and make the report"),
        "why": why,
        "label": _("Go on with the file"),
        "url": workforce.get_absolute_url(),
    }


def outlook_of(participants: int | None) -> list[str]:
    """What so many people could show, in three sentences; none where no number is known."""
    if not participants:
        return []
    advice, voice = advise(participants), voice_here()
    if advice.ratio is None or advice.stay is None:
        first = voice.say("outlook_none", n=participants)
    else:
        fewer = round((1 - advice.ratio) * 100)
        stay = voice.number(advice.stay * 100, 0)
        first = voice.say("outlook", n=participants, fewer=fewer, stay=stay)
    chance = min(round(advice.usual * 100), 99)
    usual = voice.say("outlook_usual", chance=chance, needed=advice.needed)
    return [first, usual, voice.say("outlook_next" if advice.usual < 0.8 else "outlook_enough")]


def eligible_said(plan: Plan, voice: Voice) -> str:
    """The rule of who could take part, in words; empty where everybody could."""
    parts = [
        f"{voice.say(f'field_{fact}')}: {', '.join(words)}" for fact, words in plan.eligible.items()
    ]
    if plan.least_tenure_days:
        days = plan.least_tenure_days
        parts.append(_("at least %(days)s days in the house") % {"days": days})
    return "; ".join(parts)


def plan_facts(plan: AnalysisPlan) -> list[dict[str, Any]]:
    """A locked plan as facts: what it decides, its hash and the moment."""
    said, voice = plan.as_plan(), voice_here()
    counted = voice.say(f"option_{said.counted}") if said.counted else _("asked with the file")
    money = said.money
    facts = [
        (_("About"), voice.say(f"role_{said.role}")),
        (_("Judged by"), ", ".join(voice.say(f"primary_{each}") for each in said.primary)),
        (_("Months"), ", ".join(map(str, said.months))),
        (_("Leaving"), counted),
        (_("Agreeing in"), ", ".join(voice.say(f"field_{each}") for each in said.exact or ())),
        (_("Who could take part"), eligible_said(said, voice)),
        (_("Read on"), ", ".join(each.isoformat() for each in said.read_on)),
        (
            _("Money"),
            f"{money.salary:,.0f} · {money.programme:,.0f} {money.currency}" if money else "",
        ),
        (_("Hash"), plan.fingerprint),
    ]
    return [{"term": term, "text": text} for term, text in facts if text]
