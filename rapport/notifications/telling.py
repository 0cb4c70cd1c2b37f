"""What is told of an event: to whom, in which sentence, how urgently, and where it leads."""

from dataclasses import dataclass

from rapport.notifications.kinds import Kind
from rapport.notifications.recipients import Circle
from rapport.notifications.timing import Urgency


@dataclass(frozen=True)
class Telling:
    """To whom, the subject, the sentence, and the page by name with what it needs of the event.

    The subject alone is what the bell and a push show. Places: %(who)s did it, %(others)s are the
    others in the relationship, %(name)s is whom it is about, %(phase)s is where it is now,
    %(when)s is a meeting's time, %(duty)s is a duty, %(programme)s is a programme, %(checkpoint)s
    is how the audit log stands. `to_oneself` is the sentence for whoever did it, `by_nobody` the
    one when nobody in particular did, such as the clock or an ending. `is_told_once_a_day` is for
    what comes in numbers: one note stands for all of them until it is read, or a day has passed.
    """

    to: Circle
    subject: str
    sentence: str = ""
    page: str = "relationship"
    needs: tuple[str, ...] = ()
    is_for_calendars: bool = False
    kind: Kind = Kind.JOURNEY
    urgency: Urgency = Urgency.TODAY
    to_oneself: str = ""
    by_nobody: str = ""
    is_told_once_a_day: bool = False
