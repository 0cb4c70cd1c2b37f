"""The plan, the survey before, the personnel file, and the reports made from all of them."""

from rapport.evaluation.models.analysis_plan import AnalysisPlan
from rapport.evaluation.models.baseline_survey import (
    AskedPerson,
    BaselineAnswer,
    BaselineSurvey,
)
from rapport.evaluation.models.evaluation_report import EvaluationReport, ReportEdition
from rapport.evaluation.models.personnel_file import PersonnelFile

__all__ = [
    "AnalysisPlan",
    "AskedPerson",
    "BaselineAnswer",
    "BaselineSurvey",
    "EvaluationReport",
    "PersonnelFile",
    "ReportEdition",
]
