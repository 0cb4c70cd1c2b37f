"""Sentences about sealed pages: that there is something new, and not a name of who wrote it.

And about the log of who looked at what else there is of somebody.
"""

from rapport.domain import events
from rapport.domain.events import Event
from rapport.domain.sentences import _
from rapport.notifications.kinds import Kind
from rapport.notifications.recipients import Circle
from rapport.notifications.telling import Telling
from rapport.notifications.timing import Urgency

SPACE_NEWS: dict[type[Event], Telling] = {
    events.MessageWritten: Telling(
        Circle.READERS,
        _("There is something new in your shared pages"),
        _("A message is sealed there for you. Only your own browser opens it."),
        "messages",
        ("space",),
        kind=Kind.MESSAGES,
        is_told_once_a_day=True,
    ),
    events.ReportWritten: Telling(
        Circle.READERS,
        _("Somebody turns to you for safeguarding"),
        _("A message is sealed for you alone, and nobody else was told. Please read it soon."),
        "messages",
        ("space",),
        kind=Kind.SAFEGUARDING,
        urgency=Urgency.NOW,
    ),
    events.LooksListed: Telling(
        Circle.MEMBERS,
        _("Who looked at your data"),
        _(
            "A month is over; the link shows who looked at your data. The lines below say how the "
            "log of it stands today, signed. Keep this mail: should somebody change the log later, "
            "these lines no longer fit, and “rapport audit --against” shows it.\n\n%(checkpoint)s"
        ),
        "looks",
        kind=Kind.LOOKS,
    ),
}
