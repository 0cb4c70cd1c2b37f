"""What is mine to do now: one table from the facts of a relationship to one next step.

The first rule that fits wins. What cannot wait stands above what belongs to the phase, and
whatever one side could do alone stands above waiting for the other. Knows no dates: who asks says
what is near and what is past.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rapport.domain.phases import Phase
from rapport.domain.sentences import _


@dataclass(frozen=True)
class Situation:
    """What the record says about one member today; `my_` is hers, the rest is everybody's."""

    phase: Phase = Phase.RAPPORT
    my_key_is_set_up: bool = True
    all_have_keys: bool = True
    is_paused: bool = False
    my_drift_answer_is_open: bool = False
    meeting_to_note: bool = False
    move_wished_by_other: bool = False
    my_move_wish_stands: bool = False
    goal_to_accept: bool = False
    meeting_to_reflect: bool = False
    meeting_to_prepare: bool = False
    meeting_ahead: bool = False
    has_met: bool = False
    my_pulse_is_open: bool = False
    pulse_wants_topic: bool = False
    my_trust_is_open: bool = False
    my_look_is_open: bool = False
    my_values_are_sorted: bool = False
    agreement_is_drafted: bool = False
    agreement_is_offered: bool = False
    my_signature_is_there: bool = False
    has_goals: bool = False
    has_accepted_goal: bool = False
    has_steps: bool = False
    my_review_is_open: bool = False
    my_thanks_are_open: bool = False
    closing_arranged: bool = False
    my_decision_is_open: bool = False
    is_ready: bool = False


@dataclass(frozen=True)
class Step:
    """One step: title and reason for whoever takes it, minutes it takes (0: no work).

    `waiting` is what the others may know when it is somebody else's turn (`%(name)s`); empty where
    it is nobody's business, such as a private reflection.
    """

    key: str
    title: str
    why: str
    minutes: int = 0
    waiting: str = ""


LOOK_BACK = Step(
    "look_back",
    _("Look back"),
    _(
        "This relationship has come to its end. As long as its words are here you can read them, "
        "and take a copy that stays yours."
    ),
)
SET_UP_KEY = Step(
    "set_up_key",
    _("Set up your key"),
    _("It seals what you write, so that nobody but you here can read it. All else follows."),
    4,
    _("%(name)s sets up a key, so that you can write to each other."),
)
REST = Step(
    "rest",
    _("You are taking a break"),
    _("Nobody expects anything of you now. You can go on earlier whenever you like."),
)
ANSWER_DRIFT = Step(
    "answer_drift",
    _("Say how you would like to go on"),
    _("You have not met for a while. Going on, pausing and winding up are equally good answers."),
    1,
)
NOTE_MEETING = Step(
    "note_meeting",
    _("Did your meeting take place?"),
    _("One tap keeps the record honest. If it did not, move it to another day."),
    1,
    _("One of you notes whether your meeting took place."),
)
ANSWER_MOVE = Step(
    "answer_move",
    _("Decide together about the next phase"),
    _("%(name)s would like to move. It happens once all of you wish it; there is no hurry."),
    2,
    _("%(name)s thinks about moving to the next phase."),
)
READ_GOAL = Step(
    "read_goal",
    _("Read the goal %(name)s has written"),
    _("A goal counts once all of you accept its wording. Change what you see differently."),
    5,
    _("%(name)s reads the goal and accepts or changes it."),
)
SIGN = Step(
    "sign",
    _("Read and sign your agreement"),
    _("It is in force once everybody has signed this very version."),
    5,
    _("%(name)s reads the agreement and signs it."),
)
REFLECT = Step(
    "reflect",
    _("Note what you take from your last meeting"),
    _("Three lines while it is fresh. They are sealed for you alone."),
    5,
)
PREPARE = Step(
    "prepare",
    _("Prepare for your meeting"),
    _("The facts, the knot, and what you would like to leave with. Yours alone until you share."),
    5,
)
ARRANGE_FIRST = Step(
    "arrange_first",
    _("Arrange your first meeting"),
    _("Pick a day; an invitation for the calendar goes to %(name)s. Any of you may do this."),
    2,
    _("One of you arranges the first meeting."),
)
AWAIT_KEYS = Step(
    "await_keys",
    _("%(name)s has not set up a key yet"),
    _("You can arrange to meet meanwhile. Whatever is sealed opens as soon as the key is there."),
)
PULSE = Step(
    "pulse",
    _("Take the pulse of your relationship"),
    _("How is it going between you? You see each other’s answers once all of you have answered."),
    3,
    _("%(name)s takes the pulse of your relationship."),
)
TALK_ABOUT_PULSE = Step(
    "talk_about_pulse",
    _("Choose one thing to talk about"),
    _("All of you have answered the pulse. One theme is enough for the next conversation."),
    1,
    _("One of you chooses a theme of the pulse to talk about."),
)
SORT_VALUES = Step(
    "sort_values",
    _("Sort what matters to you"),
    _("You see each other’s cards at the same moment, once all of you are done."),
    10,
    _("%(name)s sorts the value cards."),
)
TRUST = Step(
    "trust",
    _("Choose what builds your trust"),
    _("And what would damage it. You see each other’s cards once all of you are done."),
    5,
    _("%(name)s chooses the trust cards."),
)
LOOK_AT_SKILLS = Step(
    "look_at_skills",
    _("Look at what you practise"),
    _("A minute for yourself, at the start and the end of a phase. What changes is yours alone."),
    2,
)
DRAFT_AGREEMENT = Step(
    "draft_agreement",
    _("Begin your agreement"),
    _("A first text is there already. Change it until it sounds like you."),
    10,
    _("One of you begins the agreement."),
)
OFFER_AGREEMENT = Step(
    "offer_agreement",
    _("Finish your agreement together"),
    _("When the text is right for all of you, offer it for signature."),
    10,
    _("One of you offers the agreement for signature."),
)
WRITE_GOAL = Step(
    "write_goal",
    _("Write down a first goal"),
    _("What would be different in a year, and why does it matter? A rough draft is a good start."),
    10,
    _("One of you writes down a first goal."),
)
WRITE_STEP = Step(
    "write_step",
    _("Plan a first small step"),
    _("Something for this week or next that brings the goal a little closer."),
    3,
    _("One of you plans a first step."),
)
REVIEW = Step(
    "review",
    _("Lay your goals beside what you achieved"),
    _("What came of each? All of you look, then you compare."),
    10,
    _("%(name)s looks back at the goals."),
)
THANK = Step(
    "thank",
    _("Say thank you"),
    _("One moment or one sentence that stayed with you. %(name)s reads it at once."),
    3,
    _("%(name)s writes a word of thanks."),
)
ARRANGE_CLOSING = Step(
    "arrange_closing",
    _("Arrange your closing conversation"),
    _("A good end is worth an hour of its own."),
    2,
    _("One of you arranges the closing conversation."),
)
DECIDE = Step(
    "decide",
    _("Say what should come next"),
    _("Go on, stay in touch or part well: you choose for yourself, then you see all answers."),
    3,
    _("%(name)s decides what should come next."),
)
MOVE_ON = Step(
    "move_on",
    _("You could move on to the next phase"),
    _("Everything of this phase stands ready. It happens once all of you wish it."),
    1,
    _("%(name)s may wish to move on to the next phase."),
)
ARRANGE_MEETING = Step(
    "arrange_meeting",
    _("Arrange your next meeting"),
    _("A date in the calendar is the best protection against drifting apart."),
    2,
    _("One of you arranges the next meeting."),
)
WAIT = Step(
    "wait",
    _("Nothing is yours to do right now"),
    _("We tell you when something is."),
)

Applies = Callable[[Situation], bool]


def in_phase(phase: Phase, applies: Applies) -> Applies:
    return lambda now: now.phase is phase and applies(now)


RULES: tuple[tuple[Applies, Step], ...] = (
    (lambda now: now.phase is Phase.CLOSED, LOOK_BACK),
    (lambda now: not now.my_key_is_set_up, SET_UP_KEY),
    (lambda now: now.is_paused, REST),
    (lambda now: now.my_drift_answer_is_open, ANSWER_DRIFT),
    (lambda now: now.meeting_to_note, NOTE_MEETING),
    (lambda now: now.move_wished_by_other and not now.my_move_wish_stands, ANSWER_MOVE),
    (lambda now: now.goal_to_accept, READ_GOAL),
    (lambda now: now.agreement_is_offered and not now.my_signature_is_there, SIGN),
    (lambda now: now.meeting_to_reflect, REFLECT),
    (lambda now: now.meeting_to_prepare, PREPARE),
    (lambda now: not now.has_met and not now.meeting_ahead, ARRANGE_FIRST),
    (lambda now: not now.all_have_keys, AWAIT_KEYS),
    (lambda now: now.my_pulse_is_open, PULSE),
    (lambda now: now.pulse_wants_topic, TALK_ABOUT_PULSE),
    (in_phase(Phase.RAPPORT, lambda now: not now.my_values_are_sorted), SORT_VALUES),
    (in_phase(Phase.RAPPORT, lambda now: not now.agreement_is_drafted), DRAFT_AGREEMENT),
    (in_phase(Phase.RAPPORT, lambda now: not now.agreement_is_offered), OFFER_AGREEMENT),
    (in_phase(Phase.DIRECTION, lambda now: not now.has_goals), WRITE_GOAL),
    (
        in_phase(Phase.DIRECTION, lambda now: now.has_accepted_goal and not now.has_steps),
        WRITE_STEP,
    ),
    (in_phase(Phase.WINDING_UP, lambda now: now.my_review_is_open), REVIEW),
    (in_phase(Phase.WINDING_UP, lambda now: not now.closing_arranged), ARRANGE_CLOSING),
    (in_phase(Phase.WINDING_UP, lambda now: now.my_decision_is_open), DECIDE),
    (in_phase(Phase.WINDING_UP, lambda now: now.my_thanks_are_open), THANK),
    (lambda now: now.is_ready and not now.my_move_wish_stands, MOVE_ON),
    (lambda now: not now.meeting_ahead and now.phase is not Phase.WINDING_UP, ARRANGE_MEETING),
    (in_phase(Phase.RAPPORT, lambda now: now.my_trust_is_open), TRUST),
    (lambda now: now.my_look_is_open, LOOK_AT_SKILLS),
    (lambda _now: True, WAIT),
)

STEPS: tuple[Step, ...] = tuple(step for _applies, step in RULES)


def next_step(now: Situation) -> Step:
    """The one thing to do; there always is an answer, if only to wait."""
    return next(step for applies, step in RULES if applies(now))
