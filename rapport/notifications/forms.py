"""How somebody wants to hear of what: a row a kind of news, and her quiet hours."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext, gettext_lazy

from rapport.domain.sentences import _
from rapport.notifications.actions.choices import Chosen
from rapport.notifications.choices import calm_of
from rapport.notifications.kinds import KIND_HELP, KIND_LABELS, Channel, Kind
from rapport.notifications.timing import Calm, Wish
from rapport.people.models import Person
from rapport.web.forms import ActionForm

WISHES: dict[Wish, str] = {
    Wish.USUAL: _("The usual way"),
    Wish.AT_ONCE: _("Each at once"),
    Wish.DAILY: _("Once a day"),
    Wish.NEVER: _("No mail"),
}
SWITCHES: dict[Channel, str] = {
    Channel.BELL: _("Show it in the bell"),
    Channel.PUSH: _("Push it to my devices"),
}


class ChoicesForm(ActionForm):
    """One field a kind and channel, named like `goals_mail`."""

    quiet_from = forms.TimeField(
        label=gettext_lazy("Quiet from"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    quiet_until = forms.TimeField(
        label=gettext_lazy("Quiet until"),
        help_text=gettext_lazy("In your time zone. The same time twice means: no quiet hours."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    daily_at = forms.TimeField(
        label=gettext_lazy("Your daily letter comes at"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def __init__(
        self, *args: Any, person: Person, kinds: list[Kind], chosen: Chosen, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds, self.zone = kinds, calm_of(person).zone
        for name in ("quiet_from", "quiet_until", "daily_at"):
            self.fields[name].initial = getattr(person, name)
        for kind in kinds:
            self.add_kind(kind, chosen)

    def add_kind(self, kind: Kind, chosen: Chosen) -> None:
        self.fields[f"{kind}_{Channel.MAIL}"] = forms.ChoiceField(
            label=gettext_lazy("By mail"),
            choices=[(wish.value, gettext(words)) for wish, words in WISHES.items()],
            initial=chosen.get((kind, Channel.MAIL), Wish.USUAL),
        )
        for channel, words in SWITCHES.items():
            self.fields[f"{kind}_{channel}"] = forms.BooleanField(
                label=gettext(words),
                required=False,
                initial=chosen.get((kind, channel), Wish.USUAL) is not Wish.NEVER,
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        """For the page: a kind with its words and fields."""
        for kind in self.kinds:
            yield {
                "label": gettext(KIND_LABELS[kind]),
                "help": gettext(KIND_HELP[kind]),
                "fields": [self[f"{kind}_{channel}"] for channel in (Channel.MAIL, *SWITCHES)],
            }

    def times(self) -> list[BoundField]:
        return [self[name] for name in ("quiet_from", "quiet_until", "daily_at")]

    def chosen(self) -> Chosen:
        data: Mapping[str, Any] = self.cleaned_data
        mail = {(kind, Channel.MAIL): Wish(data[f"{kind}_mail"]) for kind in self.kinds}
        switches = {
            (kind, channel): Wish.USUAL if data[f"{kind}_{channel}"] else Wish.NEVER
            for kind in self.kinds
            for channel in SWITCHES
        }
        return mail | switches

    def calm(self) -> Calm:
        data = self.cleaned_data
        return Calm(self.zone, data["quiet_from"], data["quiet_until"], data["daily_at"])
