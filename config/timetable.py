"""The clock strikes → which task. Every task of the clock with its hour and its reason."""

from dataclasses import dataclass

from procrastinate import App

from rapport.audit.tasks import SIGN, STAMP
from rapport.evaluation.tasks import EVERYWHERE as ERASE_PERSONNEL_FILES
from rapport.evaluation.waves.tasks import EVERYWHERE as CLOSE_WAVES
from rapport.matching.tasks import EVERYWHERE as LOOK_AFTER_SAYS
from rapport.notifications.tasks import FORGET, LIST_LOOKS, POST
from rapport.organisations.tasks import FORGET_COPIES
from rapport.programmes.tasks import EVERYWHERE as ERASE_UPLOADS
from rapport.relationships.tasks import AFTERWARDS, EVERYWHERE
from rapport.sealed.tasks import EVERYWHERE as ERASE_FILES


@dataclass(frozen=True)
class Stroke:
    """When (cron, in UTC), which task, and why then."""

    cron: str
    task: str
    why: str


TIMETABLE = (
    Stroke("20 * * * *", SIGN, "Hourly: at most an hour of the log can be rewritten unnoticed."),
    Stroke("25 4 * * *", STAMP, "Daily: a word from outside, where an authority is named."),
    Stroke(
        "10 5 * * *",
        EVERYWHERE,
        "Early, so that whoever is asked finds the question in the morning; once a day is enough.",
    ),
    Stroke(
        "20 5 * * *",
        AFTERWARDS,
        "After the living ones: a note 3 and 12 months after a good end, and what is to go, goes.",
    ),
    Stroke(
        "30 5 * * *",
        LOOK_AFTER_SAYS,
        "Early: whoever has two days left is reminded, and an asking ends the day after its last.",
    ),
    Stroke(
        "40 3 * * *", ERASE_UPLOADS, "At night; an upload that nobody finished lives for 30 days."
    ),
    Stroke(
        "*/5 * * * *",
        POST,
        "Daily letters are due at everybody's own hour; mails that failed are tried again.",
    ),
    Stroke(
        "35 3 * * *", ERASE_PERSONNEL_FILES, "At night; each goes on the day that was set for it."
    ),
    Stroke(
        "15 4 * * *",
        CLOSE_WAVES,
        "At night; a month is closed in the first night of the next, wherever that begins.",
    ),
    Stroke("50 5 1 * *", LIST_LOOKS, "The first of a month: who looked, and how the log stands."),
    Stroke("45 3 * * *", FORGET_COPIES, "At night; a copy of one's own record waits for a week."),
    Stroke(
        "55 3 * * *", ERASE_FILES, "At night; a sealed file whose words never came waits 30 days."
    ),
    Stroke("50 3 * * *", FORGET, "At night; the bell remembers for 90 days."),
)


def register(app: App) -> None:
    """Called once when the applications are ready."""
    for stroke in TIMETABLE:
        app.periodic(cron=stroke.cron, periodic_id=stroke.task)(app.tasks[stroke.task])
