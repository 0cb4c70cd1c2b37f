"""Programme, intake, enrolment, and the import that fills them."""

from rapport.programmes.models.enrolment import Enrolment
from rapport.programmes.models.import_run import ImportMapping, ImportRun
from rapport.programmes.models.programme import Intake, Programme, ProgrammeDuty

__all__ = ["Enrolment", "ImportMapping", "ImportRun", "Intake", "Programme", "ProgrammeDuty"]
