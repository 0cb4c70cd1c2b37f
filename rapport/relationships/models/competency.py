"""How somebody sees a skill of hers, or of a partner, at the start or the end of a phase."""

from django.conf import settings
from django.db import models

from rapport.domain.competencies import Moment
from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class CompetencyView(TenantModel):
    """Of herself it is sealed for her alone; of a partner for the relationship.

    What is said of her she gets once she has looked at herself at the same moment.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="competency_views"
    )
    phase = models.CharField(max_length=16)
    moment = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Moment])
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "phase", "moment", "person", "about"],
                name="one_competency_view_a_moment_and_pair_of_eyes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.about_id}, {self.moment} of {self.phase}"
