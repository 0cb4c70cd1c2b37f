"""Addresses of evaluations, below their programme.

Their pages look into files with polars and the engines, which nobody else needs: a view is loaded
when somebody first asks for it.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from rapport.evaluation.views.baseline_answer import baseline_answer
from rapport.web import later as rooms


def later(noun: str, name: str) -> Callable[..., HttpResponse]:
    """The view of this name beside its noun."""
    return rooms.later(f"rapport.evaluation.views.{noun}", name)


FILE = [
    path("", later("personnel_file", "personnel_file"), name="personnel_file"),
    path("questions/", later("personnel_file", "personnel_questions"), name="personnel_questions"),
    path("end/", later("personnel_file", "personnel_end"), name="personnel_end"),
    path(
        "report/", later("evaluation_report", "evaluation_report_new"), name="evaluation_report_new"
    ),
]
EVALUATION: list[URLPattern | URLResolver] = [
    path("", later("evaluation", "evaluation"), name="evaluation"),
    path(
        "questions/",
        later("programme_questions", "programme_questions"),
        name="programme_questions",
    ),
    path("survey/", later("baseline_survey", "baseline_survey"), name="baseline_survey"),
    path("survey/sheet/", later("baseline_survey", "baseline_sheet"), name="baseline_sheet"),
    path(
        "survey/reminder/", later("baseline_survey", "baseline_reminder"), name="baseline_reminder"
    ),
    path("survey/end/", later("baseline_survey", "baseline_end"), name="baseline_end"),
    path("plans/", later("analysis_plan", "evaluation_plans"), name="evaluation_plans"),
    path("plans/<int:number>/", later("analysis_plan", "evaluation_plan"), name="evaluation_plan"),
    path("plans/<int:number>/lock/", later("analysis_plan", "plan_lock"), name="plan_lock"),
    path("files/", later("personnel_file", "personnel_files"), name="personnel_files"),
    path("files/<uuid:pk>/", include(FILE)),
    path(
        "reports/<uuid:pk>/",
        later("evaluation_report", "evaluation_report"),
        name="evaluation_report",
    ),
    path(
        "reports/<uuid:pk>/<slug:kind>/",
        later("evaluation_report", "evaluation_report_copy"),
        name="evaluation_report_copy",
    ),
]
urlpatterns = [
    path("survey/<str:token>/", baseline_answer, name="baseline_answer"),
    path("evaluations/", later("evaluation", "evaluations"), name="evaluations"),
    path("programmes/<slug:slug>/evaluation/", include(EVALUATION)),
]
