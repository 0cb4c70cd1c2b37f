"""Addresses of evaluations, below their programme."""

from django.urls import URLPattern, URLResolver, include, path

from rapport.evaluation.views import (
    analysis_plan,
    evaluation,
    evaluation_report,
    personnel_file,
    programme_questions,
)

FILE = [
    path("", personnel_file.personnel_file, name="personnel_file"),
    path("questions/", personnel_file.personnel_questions, name="personnel_questions"),
    path("end/", personnel_file.personnel_end, name="personnel_end"),
    path("report/", evaluation_report.evaluation_report_new, name="evaluation_report_new"),
]
EVALUATION: list[URLPattern | URLResolver] = [
    path("", evaluation.evaluation, name="evaluation"),
    path("questions/", programme_questions.programme_questions, name="programme_questions"),
    path("survey/", evaluation.baseline_survey, name="baseline_survey"),
    path("plans/", analysis_plan.evaluation_plans, name="evaluation_plans"),
    path("plans/<int:number>/", analysis_plan.evaluation_plan, name="evaluation_plan"),
    path("plans/<int:number>/lock/", analysis_plan.plan_lock, name="plan_lock"),
    path("files/", personnel_file.personnel_files, name="personnel_files"),
    path("files/<uuid:pk>/", include(FILE)),
    path("reports/<uuid:pk>/", evaluation_report.evaluation_report, name="evaluation_report"),
    path(
        "reports/<uuid:pk>/<slug:kind>/",
        evaluation_report.evaluation_report_copy,
        name="evaluation_report_copy",
    ),
]
urlpatterns = [
    path("evaluations/", evaluation.evaluations, name="evaluations"),
    path("programmes/<slug:slug>/evaluation/", include(EVALUATION)),
]
