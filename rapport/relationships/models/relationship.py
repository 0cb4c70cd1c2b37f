"""The relationship, its members, and its way through the phases."""

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.domain.formats import SHAPES, Format, Shape
from rapport.domain.permissions import MEMBERS
from rapport.domain.phases import Move, Phase, after
from rapport.domain.refusals import NotNow, WrongPhase
from rapport.domain.sentences import _
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Enrolment, Intake
from rapport.sealed.models import Space

CODE_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def new_code() -> str:
    """Eight characters that are easy to say and say nothing."""
    return "".join(secrets.choice(CODE_ALPHABET) for _place in range(8))


class Relationship(TenantModel):
    """A mentoring team of two or more, from the announcement to what it becomes."""

    code = models.CharField(max_length=12, unique=True, default=new_code, editable=False)
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="relationships")
    space = models.OneToOneField(Space, on_delete=models.PROTECT, related_name="relationship")
    phase = models.CharField(
        max_length=16,
        choices=[(phase.value, phase.value) for phase in Phase],
        default=Phase.RAPPORT,
    )
    format = models.CharField(
        max_length=16,
        choices=[(each.value, each.value) for each in Format],
        default=Format.ONE_TO_ONE,
    )
    circle = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="threads")
    rhythm_days = models.PositiveSmallIntegerField(default=21)
    cycle = models.PositiveSmallIntegerField(default=1)
    renews = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, related_name="renewal"
    )
    began_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("relationship", args=[self.code])

    @property
    def is_closed(self) -> bool:
        return self.phase == Phase.CLOSED

    @property
    def shape(self) -> Shape:
        """What its format changes."""
        return SHAPES[Format(self.format)]

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        Relationship.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()

    def lock_open(self) -> None:
        """The same, for an act that only a living relationship knows; NotNow when it ended."""
        self.lock()
        if self.is_closed:
            raise NotNow(
                _("This relationship has ended meanwhile. Nothing was changed; it can be read.")
            )

    def require(self, move: Move) -> Phase:
        """Where this move leads; WrongPhase when the table does not know it."""
        to = after(Phase(self.phase), move, self.shape.stations)
        if to is None:
            raise WrongPhase(move, Phase(self.phase))
        return to

    def member_ids(self) -> set[object]:
        return set(self.participants.values_list("person_id", flat=True))


class Participant(TenantModel):
    """A person in a relationship, in a role."""

    ROLES = [(role.value, role.value) for role in sorted(MEMBERS)]

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="participants"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="participations"
    )
    enrolment = models.ForeignKey(Enrolment, on_delete=models.SET_NULL, null=True)
    role = models.CharField(max_length=16, choices=ROLES)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"], name="once_in_a_relationship"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role}"


class Departure(TenantModel):
    """A member stepped out while the others went on; what she was in it is kept, and why is not."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="departures"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.SET_NULL, null=True, related_name="+")
    role = models.CharField(max_length=16, choices=Participant.ROLES)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id} left {self.relationship_id}"


class PhaseChange(TenantModel):
    """A move that happened, and what was still open when it did."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="phase_changes"
    )
    origin = models.CharField(max_length=16)
    to = models.CharField(max_length=16)
    still_open = models.JSONField(default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.origin} to {self.to}"


class MoveWish(TenantModel):
    """One member would like this move; with the last one's wish it happens."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="move_wishes"
    )
    move = models.CharField(max_length=16, choices=[(move.value, move.value) for move in Move])
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "move", "person"], name="one_wish_a_move_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} wishes {self.move}"


class TalkRequest(TenantModel):
    """“I would like to talk to someone”: the coordinator learns just that."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="talk_requests"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.person} would like to talk"
