"""The sentences that the browser's code shows, by name; it has none of its own.

Refusals that only an attacker or a fault of ours can cause share a few sentences: what happened
is in the name, what to do is the same.
"""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.sealed.circle_sentences import CIRCLE
from rapport.sealed.protocol.refusals import REFUSALS

NOT_GENUINE: Final = _(
    "These words did not pass the check, so they are not shown. They may be damaged, or somebody "
    "changed them on the way. Nothing was changed or sent by you; please tell your coordinator "
    "that “{name}” was shown."
)
NOT_YOURS: Final = _(
    "Your keys do not open these words. Nothing was lost. If your keys changed lately, ask the "
    "other person to share the pages with you again."
)
WITHHELD: Final = _(
    "The server shows an older state than this browser has seen before, so nothing is shown. "
    "Nothing was lost here; load the page again, and tell your coordinator if it stays."
)
CODE: Final = _(
    "This is not a whole recovery code. It has 27 characters in groups of four, as on your card. "
    "Nothing was used up; look at the card and type it again."
)
PHRASE: Final = _("The phrase has six words. Type all of them, with spaces between them.")
CHANGED: Final = _(
    "A key in these pages is another one than you compared, so nothing is sent. What you typed is "
    "kept. Meet or call, compare the numbers again under “Who is in these pages”, and then write."
)
CLOSED: Final = _(
    "These pages are closed: they can be read, and nothing is added. What you typed is kept here."
)
NO_PRF: Final = _(
    "This passkey can sign you in, but it cannot open sealed pages. Nothing was changed; your "
    "phrase and your card open them."
)
FAMILIES: Final[dict[str, Promise]] = {
    "wrong-key": NOT_YOURS,
    "epoch-unknown": NOT_YOURS,
    "log-not-from-member": NOT_YOURS,
    "history-withheld": WITHHELD,
    "chain-broken": WITHHELD,
    "key-changed": CHANGED,
    "space-closed": CLOSED,
    "code-malformed": CODE,
    "code-check-failed": CODE,
    "phrase-too-short": PHRASE,
    "prf-malformed": NO_PRF,
}
OWN: Final[dict[str, Promise]] = {
    "unexpected": _(
        "That did not work, perhaps because the connection was lost. What you typed is kept in "
        "this browser; wait a moment and try again."
    ),
    "insecure": _(
        "This page did not come over a secure connection (https), so your browser does not allow "
        "anything to be sealed or opened. Nothing was changed; ask your administrator for the "
        "secure address."
    ),
    "waiting": _(
        "These pages open as soon as everybody in them has set up a key. Still missing: {who}. "
        "You need not do anything."
    ),
    "keys-new": _(
        "Your keys are new, so these pages do not open yet. Compare numbers with {who}, who then "
        "presses “Share our pages again”. Nothing was lost."
    ),
    "supervised": _(
        "This programme is supervised: {who} is a member of these pages and reads what you write "
        "here. Your private journal is yours alone."
    ),
    "supervised-known": _("I know: open our pages"),
    "schema-foreign": _(
        "These words were written with a newer version of this page, so they can be read but not "
        "changed here. Load the page again."
    ),
    "draft-kept": _("This is what you typed before; it is kept in this browser and not saved yet."),
    "draft-discard": _("Throw it away and show the saved words"),
    "both-title": _("Saved meanwhile"),
    "both-explained": _(
        "These words were changed while you wrote. Yours are in the form; the saved ones are here. "
        "Bring together what you need and save again."
    ),
    "both-take": _("Put the saved words into the form"),
    "file-open": _("Open"),
    "file-save": _("Save it"),
    "export-making": _("Opening and packing everything in this browser …"),
    "export-title": _("Your copy from Rapport"),
    "export-lead": _("Made in your own browser. Check it with: rapport verify FILE"),
    "export-checked": _("Checked by the browser that made this copy, {at}:"),
    "export-checked-log": _("The log of {entries} entries is whole; {keys} keys fit it."),
    "export-checked-words": _("{count} envelopes are signed by members, in order and unchanged."),
    "export-checked-files": _("{count} attachments are whole."),
    "export-agreement": _("Agreement, version {version}"),
    "evidence-holds": _("Written by {who} on {day}; the signature is genuine."),
    "merged": _(
        "Somebody changed other parts meanwhile. Both are brought together here: look, and save."
    ),
    "offline": _(
        "You are offline. What you wrote is kept sealed in this browser and is sent as soon as "
        "there is a connection again; leave this page open, or come back to it."
    ),
    "offline-sending": _("You wanted to send this while you were offline. It is sent now."),
    "offline-files": _(
        "You wanted to send this while you were offline. The words were kept, the files were not: "
        "choose {names} again, and send."
    ),
    "offline-waits": _("Not sent yet, because you were offline: “{words}”"),
    "offline-go": _("Send it now"),
    "offline-discard": _("Throw it away"),
    "unlocking": _("Opening your sealed pages …"),
    "wrong-phrase": _(
        "This phrase does not open your sealed pages. Check the order and the spelling of the six "
        "words, or use your recovery code."
    ),
    "wrong-code": _(
        "This recovery code does not open your sealed pages. Perhaps it is an older card: a code "
        "that was used once is replaced by a new one."
    ),
    "passkey-none": _("This browser knows no passkeys. Your phrase and your card open the pages."),
    "passkey-cancelled": _(
        "The passkey did not answer, or you stopped it. Nothing was changed; try again, or use "
        "your phrase."
    ),
    "wrong-passkey": _(
        "This passkey does not open your sealed pages. Use your phrase, and add it anew."
    ),
    "code-opens": _("Your code opens your sealed pages. Keep the card where it was."),
    "card-reminder": _("Half a year has passed. Does your recovery card still open your pages?"),
    "card-try": _("Try your code"),
    "card-later": _("Not now"),
    "renewing": _("New key for your pages: {at} of {all} …"),
    "renewed": _("All your shared pages and your journal have a new key."),
    "renewed-but": _(
        "Your new keys are in force. In {behind} of your pages that waits until you open them with "
        "a connection; nothing was lost there."
    ),
    "groups-differ": _(
        "That is not what stands in these groups of your code. Look at your card once more; "
        "nothing was saved yet."
    ),
    "making-keys": _("Making your keys in this browser …"),
}


def sentences() -> dict[str, Promise]:
    """All sentences by name; every refusal has one."""
    refusals = {name: FAMILIES.get(name, NOT_GENUINE) for name in REFUSALS}
    return {**refusals, **OWN, **CIRCLE}
