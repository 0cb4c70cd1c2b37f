"""What the browser's code says about the people in a space and their numbers."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CIRCLE: Final[dict[str, Promise]] = {
    "standing-unchecked": _("Not yet checked: compare these digits when you meet."),
    "standing-checked": _("Checked on {day}."),
    "standing-changed": _(
        "This key changed since you compared: compare again before you write. Until then nothing "
        "is sent from here."
    ),
    "standing-same": _("We compared: the digits are the same"),
    "circle-you": _("You"),
    "circle-sure": _("Sure? {what}"),
    "circle-sent": _("Sent. It counts as soon as everybody has agreed."),
    "circle-waiting": _("Waiting for the others."),
    "circle-agree": _("I agree"),
    "circle-refuse": _("No, leave it as it is"),
    "circle-admit": _("Let {who} in, from now on"),
    "circle-past": _("Show {who} what was written before, too"),
    "circle-put-out": _("Ask that {who} leaves these pages"),
    "circle-restore": _("I have compared with {who}: share our pages again"),
    "circle-new-key": _("Make a new key for what comes next"),
    "circle-close": _("Close these pages: read, and write no more"),
    "circle-reopen": _("Open these pages again"),
    "circle-leave": _("Leave these pages"),
    "circle-open": _(
        "What is signed here, nobody else can take back: every member's browser checks it."
    ),
    "circle-closed": _("These pages are closed. They can be read and exported."),
    "circle-waits-add": _("{by} wants to let {who} in, from now on. All of you have to agree."),
    "circle-waits-share": _("{by} wants to show {who} what was written before."),
    "circle-waits-remove": _("{by} asks that {who} leaves these pages."),
    "circle-waits-reopen": _("{by} wants to open these pages again."),
}
