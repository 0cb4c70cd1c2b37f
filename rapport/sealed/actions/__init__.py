"""What can be done with sealed things, by whom. The server checks frames, never contents."""

from rapport.sealed.actions.agreement import accept_signature, statement_for
from rapport.sealed.actions.envelope import put_envelope
from rapport.sealed.actions.erasure import erase_words, forget_space, forget_words
from rapport.sealed.actions.keys import set_up_keys
from rapport.sealed.actions.log import approve_change, change_space, propose_member
from rapport.sealed.actions.space import (
    add_safeguarding,
    approve_space,
    found_space,
    open_space,
    take_grant,
)

__all__ = [
    "accept_signature",
    "add_safeguarding",
    "approve_change",
    "approve_space",
    "change_space",
    "erase_words",
    "forget_space",
    "forget_words",
    "found_space",
    "open_space",
    "propose_member",
    "put_envelope",
    "set_up_keys",
    "statement_for",
    "take_grant",
]
