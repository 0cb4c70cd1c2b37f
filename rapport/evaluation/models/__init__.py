"""The plan, the personnel file with its day of erasure, and the reports made from both."""

from rapport.evaluation.models.analysis_plan import AnalysisPlan
from rapport.evaluation.models.evaluation_report import EvaluationReport, ReportEdition
from rapport.evaluation.models.personnel_file import PersonnelFile

__all__ = ["AnalysisPlan", "EvaluationReport", "PersonnelFile", "ReportEdition"]
