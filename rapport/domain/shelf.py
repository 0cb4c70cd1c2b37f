"""What can stand on the shelf that both sides fill."""

from enum import StrEnum

from rapport.domain.sentences import _


class ShelfKind(StrEnum):
    LINK = "link"
    FILE = "file"
    CONTACT = "contact"


SHELF_LABELS: dict[ShelfKind, str] = {
    ShelfKind.LINK: _("A link"),
    ShelfKind.FILE: _("A file"),
    ShelfKind.CONTACT: _("A contact"),
}
