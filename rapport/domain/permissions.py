"""Who may do what: one table. A stranger is in no row and finds nothing."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is towards a relationship, a programme or an organisation."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    CO_MENTOR = "co_mentor"
    PEER = "peer"
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    ADMINISTRATOR = "administrator"
    SAFEGUARDING = "safeguarding"


class Act(StrEnum):
    # in a relationship
    OPEN_RELATIONSHIP = "open_relationship"
    READ_WORDS = "read_words"
    ARRANGE_MEETING = "arrange_meeting"
    WRITE_AGENDA = "write_agenda"
    PREPARE_AND_REFLECT = "prepare_and_reflect"
    SORT_VALUES = "sort_values"
    ANSWER_PULSE = "answer_pulse"
    VIEW_COMPETENCIES = "view_competencies"
    DRAFT_AGREEMENT = "draft_agreement"
    SIGN_AGREEMENT = "sign_agreement"
    WRITE_GOALS = "write_goals"
    TAKE_STEPS = "take_steps"
    MOVE_PHASE = "move_phase"
    PAUSE = "pause"
    END = "end"
    REVIEW_AND_DECIDE = "review_and_decide"
    FILL_SHELF = "fill_shelf"
    KEEP_PROMISES = "keep_promises"
    LEAVE_WELL = "leave_well"
    ASK_FOR_A_TALK = "ask_for_a_talk"
    SEE_COURSE = "see_course"
    CLOSE_UNPLANNED = "close_unplanned"
    PROPOSE_MEMBER = "propose_member"
    # in a programme
    RUN_PROGRAMME = "run_programme"
    IMPORT_PEOPLE = "import_people"
    FORM_PAIRS = "form_pairs"
    SEE_PROGRAMME = "see_programme"
    EVALUATE_PROGRAMME = "evaluate_programme"
    # in an organisation
    START_PROGRAMME = "start_programme"
    KEEP_ACCOUNTS = "keep_accounts"


MEMBERS = frozenset({Role.MENTOR, Role.MENTEE, Role.CO_MENTOR, Role.PEER})
COORDINATORS = frozenset({Role.COORDINATOR})

PERMISSIONS: dict[Act, frozenset[Role]] = {
    Act.OPEN_RELATIONSHIP: MEMBERS,
    # Where a programme is supervised, its safeguarding lead is a visible member of each space.
    Act.READ_WORDS: MEMBERS | {Role.SAFEGUARDING},
    Act.ARRANGE_MEETING: MEMBERS,
    Act.WRITE_AGENDA: MEMBERS,
    Act.PREPARE_AND_REFLECT: MEMBERS,
    Act.SORT_VALUES: MEMBERS,
    Act.ANSWER_PULSE: MEMBERS,
    Act.VIEW_COMPETENCIES: MEMBERS,
    Act.DRAFT_AGREEMENT: MEMBERS,
    Act.SIGN_AGREEMENT: MEMBERS,
    Act.WRITE_GOALS: MEMBERS,
    Act.TAKE_STEPS: MEMBERS,
    Act.MOVE_PHASE: MEMBERS,
    Act.PAUSE: MEMBERS,
    Act.END: MEMBERS,
    Act.REVIEW_AND_DECIDE: MEMBERS,
    Act.FILL_SHELF: MEMBERS,
    Act.KEEP_PROMISES: MEMBERS,
    Act.LEAVE_WELL: MEMBERS,
    Act.ASK_FOR_A_TALK: MEMBERS,
    # Phase, met or not, needs a decision. Never a word.
    Act.SEE_COURSE: COORDINATORS,
    # Only where nobody else can end it: somebody is gone, or never answers.
    Act.CLOSE_UNPLANNED: COORDINATORS,
    # Proposed; whether somebody is let in, the members alone decide.
    Act.PROPOSE_MEMBER: COORDINATORS,
    Act.RUN_PROGRAMME: COORDINATORS,
    Act.IMPORT_PEOPLE: COORDINATORS,
    Act.FORM_PAIRS: COORDINATORS,
    Act.SEE_PROGRAMME: COORDINATORS | {Role.FACILITATOR},
    # Plan, personnel file, report: an administrator answers for the file that leaves the house.
    Act.EVALUATE_PROGRAMME: COORDINATORS | {Role.ADMINISTRATOR},
    Act.START_PROGRAMME: frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
    Act.KEEP_ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
}

# A closed relationship is a record: it is read, and help can still be asked for. Ending what
# the other has just ended changes nothing and is no error. Promises are kept and last words said
# when it is over.
ALLOWED_AFTER_CLOSE = frozenset(
    {
        Act.OPEN_RELATIONSHIP,
        Act.READ_WORDS,
        Act.ASK_FOR_A_TALK,
        Act.SEE_COURSE,
        Act.END,
        Act.KEEP_PROMISES,
        Act.LEAVE_WELL,
    }
)

RELATIONSHIP_ACTS = frozenset(act for act, roles in PERMISSIONS.items() if roles & MEMBERS) | {
    Act.SEE_COURSE,
    Act.CLOSE_UNPLANNED,
    Act.PROPOSE_MEMBER,
}


def may(roles: frozenset[Role], act: Act) -> bool:
    """Whether somebody with these roles may do this; KeyError for an act without a row."""
    return bool(roles & PERMISSIONS[act])
