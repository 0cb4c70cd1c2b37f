"""The tenant, who belongs to it, and who has which duty in it."""

from rapport.organisations.models.invitation import Invitation, State
from rapport.organisations.models.membership import Duty, Membership
from rapport.organisations.models.organisation import Organisation, TenantModel
from rapport.organisations.models.record_copy import RecordCopy

__all__ = [
    "Duty",
    "Invitation",
    "Membership",
    "Organisation",
    "RecordCopy",
    "State",
    "TenantModel",
]
