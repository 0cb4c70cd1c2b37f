"""What both sides give each other to use, and the questions one likes to have at hand."""

from django.conf import settings
from django.db import models

from rapport.domain.shelf import ShelfKind
from rapport.organisations.models import TenantModel
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class ShelfItem(TenantModel):
    """A link, a file or a contact given to the others; what it is stands in the sealed words."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="shelf_items"
    )
    kind = models.CharField(max_length=16, choices=[(each.value, each.value) for each in ShelfKind])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-added_at"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.by_id}"


class QuestionBookmark(TenantModel):
    """A question of the library that somebody wants at hand; nobody else learns which."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="question_bookmarks"
    )
    question = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "question"], name="a_question_marked_once")
        ]

    def __str__(self) -> str:
        return self.question
