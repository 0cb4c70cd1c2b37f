"""A lottery among those who would like a mentor, when there are more of them than places."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.programmes.models.enrolment import Enrolment
from rapport.programmes.models.programme import Intake


class Draw(TenantModel):
    """One draw; with `seed` anybody can work out again how the lots fell."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="draws")
    places = models.PositiveIntegerField()
    seed = models.CharField(max_length=64)
    drawn_at = models.DateTimeField(auto_now_add=True)
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-drawn_at"]

    def __str__(self) -> str:
        return f"{self.intake} · {self.drawn_at:%Y-%m-%d}"


class Lot(TenantModel):
    """What one draw said about one sign-up; `place` is the order, from 1.

    Who was not drawn waits. When a place becomes free, the first who waits moves up; for the
    evaluation she stays where the lot put her.
    """

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="lots")
    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="lot")
    place = models.PositiveIntegerField()
    is_drawn = models.BooleanField()
    moved_up_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "place"], name="one_lot_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.place} of {self.draw_id}"

    @property
    def waits(self) -> bool:
        return not self.is_drawn and self.moved_up_at is None
