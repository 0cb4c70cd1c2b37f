"""What may happen to a space after it was founded: one row an operation, and one check for all.

An operation says whether a new epoch begins, who gets a grant, who must have approved before the
entry counts, and how the circle of members may change. Whatever does not fit is refused.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol.identity import KeyStatement, is_proven
from rapport.sealed.protocol.refusals import require

CREATE: Final = "create"
ADD: Final = "add"
REMOVE: Final = "remove"
LEAVE: Final = "leave"
ROTATE: Final = "rotate"
SUCCEED: Final = "succeed"
SHARE: Final = "share"
CLOSE: Final = "close"
REOPEN: Final = "reopen"

type Members = Mapping[str, KeyStatement]


@dataclass(frozen=True)
class Step:
    """The circle before and after an entry, and the record that says so."""

    before: Members
    after: Members
    record: Mapping[str, Any]

    @property
    def author(self) -> str:
        return str(self.record["by"])

    @property
    def left(self) -> Set[str]:
        """Who was there and is not, or is there with another key."""
        return {user for user, known in self.before.items() if self.after.get(user) != known}

    @property
    def new(self) -> Set[str]:
        """Who was not there, or was there with another key."""
        return {user for user, known in self.after.items() if self.before.get(user) != known}

    @property
    def granted(self) -> Set[str]:
        return set(self.record["grants"])


@dataclass(frozen=True)
class Operation:
    """One row of the table; the functions take a `Step`."""

    begins_epoch: bool
    changes: Callable[[Step], bool]
    approvers: Callable[[Step], Set[str]]
    closed: frozenset[bool] = frozenset({False})
    while_stale: bool = False


def _nobody(step: Step) -> Set[str]:
    del step
    return set()


def _nothing(step: Step) -> bool:
    return not step.left and not step.new


def _joins(step: Step) -> bool:
    return not step.left and bool(step.new)


def _goes(step: Step) -> bool:
    return bool(step.left) and not step.new and step.author in step.after


def _goes_herself(step: Step) -> bool:
    return step.left == {step.author} and not step.new and bool(step.after)


def _has_new_keys(step: Step) -> bool:
    return len(step.left) == 1 and step.left == step.new


def _gets_the_past(step: Step) -> bool:
    others = step.after.keys() - {step.author}
    return _nothing(step) and step.granted <= others and bool(step.granted)


# Nobody writes in closed pages, but their keys go on changing hands: otherwise nobody whose keys
# changed meanwhile could read them, or agree to open them again.
ALWAYS: Final = frozenset({False, True})

# No row may let somebody in, or give her the past, without all who are there already.
OPERATIONS: Final[Mapping[str, Operation]] = {
    ADD: Operation(True, _joins, lambda step: set(step.before)),
    REMOVE: Operation(True, _goes, lambda step: set(step.after)),
    LEAVE: Operation(False, _goes_herself, _nobody, while_stale=True),
    ROTATE: Operation(True, _nothing, _nobody, closed=ALWAYS, while_stale=True),
    SUCCEED: Operation(True, _has_new_keys, _nobody, closed=ALWAYS),
    SHARE: Operation(
        False, _gets_the_past, lambda step: step.after.keys() - step.granted, closed=ALWAYS
    ),
    CLOSE: Operation(False, _nothing, _nobody, while_stale=True),
    REOPEN: Operation(False, _nothing, lambda step: set(step.after), closed=frozenset({True})),
}


def require_allowed(step: Step, *, epoch: int, closed: bool, stale: bool) -> None:
    """Raise a refusal unless the entry may follow upon this epoch of a space in this condition.

    `stale` means that somebody left and nobody made a new key since.
    """
    row, record = OPERATIONS[record_op(step)], step.record
    require(closed in row.closed, "space-closed")
    require(row.while_stale or not stale, "rotation-missing")
    require(row.changes(step), "log-malformed")
    require(record["ep"] == epoch + row.begins_epoch, "log-malformed")
    require(step.granted == _expected_grants(step, row), "log-malformed")
    require(record["ends"].keys() == step.left, "log-malformed")
    if record_op(step) == SUCCEED:
        _require_succession(step)


def signer(step: Step) -> KeyStatement:
    """Whose key signs the entry: the author's, and after a succession her new one."""
    known = step.after if record_op(step) == SUCCEED else step.before
    require(step.author in step.before and step.author in known, "log-not-from-member")
    return known[step.author]


def missing_approvals(step: Step, approved_by: Set[str]) -> Set[str]:
    """Who must still approve before the entry counts."""
    return OPERATIONS[record_op(step)].approvers(step) - {step.author} - approved_by


def record_op(step: Step) -> str:
    """The operation's name; `log-operation-unknown` where there is none in the table."""
    op = str(step.record["op"])
    require(op in OPERATIONS, "log-operation-unknown")
    return op


def _expected_grants(step: Step, row: Operation) -> Set[str]:
    if record_op(step) == SHARE:
        return step.granted
    return set(step.after) if row.begins_epoch else set()


def _require_succession(step: Step) -> None:
    (user,) = step.new
    old, new = step.before[user], step.after[user]
    require(new.previous == old.hash, "succession-unproven")
    require(new.generation == old.generation + 1, "succession-unproven")
    require(step.author != user or is_proven(new, old), "succession-unproven")
