"""Programme, intake, enrolment, the lottery among them, and the import that fills them."""

from rapport.programmes.models.draw import Draw, Lot
from rapport.programmes.models.enrolment import Enrolment
from rapport.programmes.models.import_run import ImportMapping, ImportRun
from rapport.programmes.models.programme import Intake, Programme, ProgrammeDuty

__all__ = [
    "Draw",
    "Enrolment",
    "ImportMapping",
    "ImportRun",
    "Intake",
    "Lot",
    "Programme",
    "ProgrammeDuty",
]
