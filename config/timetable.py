"""The clock strikes → which task. Every task of the clock with its hour and its reason."""

from dataclasses import dataclass

from procrastinate import App

from rapport.programmes.tasks import EVERYWHERE as ERASE_UPLOADS
from rapport.relationships.tasks import EVERYWHERE


@dataclass(frozen=True)
class Stroke:
    """When (cron, in UTC), which task, and why then."""

    cron: str
    task: str
    why: str


TIMETABLE = (
    Stroke(
        "10 5 * * *",
        EVERYWHERE,
        "Early, so that whoever is asked finds the question in the morning; once a day is enough.",
    ),
    Stroke(
        "40 3 * * *", ERASE_UPLOADS, "At night; an upload that nobody finished lives for 30 days."
    ),
)


def register(app: App) -> None:
    """Called once when the applications are ready."""
    for stroke in TIMETABLE:
        app.periodic(cron=stroke.cron, periodic_id=stroke.task)(app.tasks[stroke.task])
