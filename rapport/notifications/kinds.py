"""Kinds of news a person chooses about, and the channels on which they reach her."""

from enum import StrEnum

from rapport.domain.sentences import _


class Kind(StrEnum):
    """What belongs together when somebody says how she wants to hear of it."""

    MEETINGS = "meetings"
    JOURNEY = "journey"
    AGREEMENT = "agreement"
    GOALS = "goals"
    MESSAGES = "messages"
    QUESTIONS = "questions"
    LEARNING = "learning"
    PROGRAMME = "programme"
    SAFEGUARDING = "safeguarding"
    ACCOUNT = "account"
    LOOKS = "looks"


class Channel(StrEnum):
    MAIL = "mail"
    BELL = "bell"
    PUSH = "push"


KIND_LABELS: dict[Kind, str] = {
    Kind.MEETINGS: _("Meetings"),
    Kind.JOURNEY: _("Your relationship"),
    Kind.AGREEMENT: _("Values and agreement"),
    Kind.GOALS: _("Goals and steps"),
    Kind.MESSAGES: _("Messages"),
    Kind.QUESTIONS: _("Questions to you"),
    Kind.LEARNING: _("Trainings and check-ups"),
    Kind.PROGRAMME: _("Programmes you run"),
    Kind.SAFEGUARDING: _("Safeguarding"),
    Kind.ACCOUNT: _("Your duties here"),
    Kind.LOOKS: _("Who looked at your data"),
}

KIND_HELP: dict[Kind, str] = {
    Kind.MEETINGS: _("Arranged, changed, called off. These mails carry the calendar file."),
    Kind.JOURNEY: _("It begins, moves on, takes a break, ends; somebody thanks you."),
    Kind.AGREEMENT: _("Value cards are sorted; an agreement is offered or signed."),
    Kind.GOALS: _("A goal is proposed, worded anew, accepted; a step is taken."),
    Kind.MESSAGES: _("That something was written to you in sealed pages, once a day at most."),
    Kind.QUESTIONS: _("How you would like to go on, when you have not met for long."),
    Kind.LEARNING: _("What your programme offers to learn and to meet others."),
    Kind.PROGRAMME: _("Somebody would like to talk; a decision is needed; a mail came back."),
    Kind.SAFEGUARDING: _("Somebody in pages that you safeguard has turned to you."),
    Kind.ACCOUNT: _("A duty is given to you or taken back."),
    Kind.LOOKS: _("Once a month, with a few lines that show later whether the log was changed."),
}
