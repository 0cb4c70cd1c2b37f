"""How a programme matches: what counts, what must hold, and who has a say before anybody hears."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme


class Mode(models.TextChoices):
    """Whose say comes before an announcement."""

    COORDINATOR = "coordinator", _("The coordinator decides")
    MENTEE_RANKS = "mentee_ranks", _("Mentees say whom they would like")
    BOTH_RANK = "both_rank", _("Mentees and mentors say whom they would like")
    MENTOR_APPROVES = "mentor_approves", _("Mentors say yes before it is announced")
    SELF_MATCH = "self_match", _("Mentees ask, mentors answer")


def usual_questions() -> list[str]:
    return ["topics", "languages", "site"]


class MatchingSettings(TenantModel):
    """One row a programme. Empty `criteria` mean the usual ones; `shown` are the questions whose
    answers partners may read as a reason."""

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, related_name="matching_settings"
    )
    criteria = models.JSONField(default=dict)
    shown = models.JSONField(default=usual_questions)
    mode = models.CharField(max_length=16, choices=Mode, default=Mode.COORDINATOR)
    answer_days = models.PositiveSmallIntegerField(default=7)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"matching of {self.programme}"
