"""Cases about the log of a space: founded, changed by its members, and spoiled in every way."""

from collections.abc import Iterator, Mapping
from typing import Any

from rapport.sealed.protocol.changes import Made, begin_epoch, change_without_key, share_past
from rapport.sealed.protocol.envelope import Header, make_body, seal_envelope
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.log_entry import SignedEntry, approve_entry
from rapport.sealed.protocol.primitives import deterministic, sign
from rapport.sealed.vectors.life import Life, make_life, travelling
from rapport.sealed.vectors.mutations import flip, put, rewrite
from rapport.sealed.vectors.scene import (
    ADA,
    BEN,
    DAY,
    EVE,
    GOAL,
    OTHER,
    SPACE,
    Scene,
    logged,
    stated,
)

type Case = dict[str, Any]
type Given = dict[str, Any]
type Attempt = tuple[str, int, Made, list[Identity]]


def log_cases(scene: Scene) -> Iterator[Case]:
    """The first entry of a space as it was made, and spoiled; then its later life."""
    good, entry = logged(scene), scene.founded.entry.data.decode()
    eve = stated(scene.eve)
    with_eve = {ADA: scene.ada.statement.hash, EVE: scene.eve.statement.hash}
    for name, path, value in [
        ("as made", "sid", good["sid"]),
        ("approval missing", "log|0|approvals", {}),
        ("empty", "log", []),
        ("for another space", "sid", OTHER),
        ("signature flipped", "log|0|signature", flip(good["log"][0]["signature"], 3)),
        ("approval flipped", f"log|0|approvals|{BEN}", flip(scene.approval.hex(), 3)),
        ("approval of a stranger", f"log|0|approvals|{EVE}", scene.approval.hex()),
        ("a member without a statement", "statements", good["statements"][:1]),
        ("another's statement for a member", "statements", [good["statements"][0], eve]),
        ("the first entry twice", "log", good["log"] * 2),
        ("not JSON", "log|0|entry", entry[:-1]),
    ]:
        yield _case(f"log: {name}", put(good, path, value))
    resigned: list[tuple[str, dict[str, Any]]] = [
        ("a member more, unsigned", {"members": {**with_eve, BEN: scene.ben.statement.hash}}),
        ("not the first entry", {"n": 1, "prev": "ab" * 32}),
        ("beginning with another operation", {"op": "add"}),
        ("an operation nobody knows", {"op": "seize"}),
        ("a grant missing", {"grants": {ADA: "ab" * 32}}),
        ("an end at the beginning", {"ends": {BEN: 0}}),
        ("an end before all", {"ends": {BEN: -1}}),
        ("epoch 2", {"ep": 2}),
        ("version 2", {"v": 2}),
        ("made by a stranger", {"by": EVE}),
    ]
    for name, fields in resigned:
        yield _case(f"log: {name}", _resigned(scene, rewrite(entry, fields)))
    unsigned = put(good, "log|0|entry", rewrite(entry, {"ts": "2026-01-06T09:00:00Z"}))
    yield _case("log: another day, not signed", unsigned)
    life = make_life(scene)
    yield from _lived(life)
    yield from _seized(life)


def _lived(life: Life) -> Iterator[Case]:
    """The whole life of a space up to each of its entries, and its order spoiled."""
    whole = life.logged()
    for place, name in enumerate(life.names):
        yield _case(f"log: life up to “{name}”", {**whole, "log": whole["log"][: place + 1]})
    log = whole["log"]
    for name, changed in [
        ("an entry dropped", [*log[:2], *log[3:]]),
        ("two entries swapped", [log[0], log[2], log[1]]),
        ("an entry twice", [*log[:2], log[1]]),
        ("without its first entry", log[1:]),
    ]:
        yield _case(f"log: {name}", {**whole, "log": changed})
    for place, name in enumerate(life.names):
        for user in log[place]["approvals"] if place else []:
            spoiled = put(whole, f"log|{place}|approvals", _without(log[place], user))
            yield _case(f"log: “{name}” without {user[:3]}", spoiled)
        if place:
            spoiled = put(whole, f"log|{place}|signature", flip(log[place]["signature"], 9))
            yield _case(f"log: “{name}” with a broken signature", spoiled)


def _without(entry: Mapping[str, Any], user: str) -> dict[str, str]:
    return {each: by for each, by in entry["approvals"].items() if each != user}


def _seized(life: Life) -> Iterator[Case]:
    """Entries that are well signed and must not count all the same."""
    for name, upto, made, approvals in [*_attempts(life), *_malformed(life)]:
        log = [*life.entries[:upto], approved_by(made.entry, approvals)]
        yield _case(f"log: {name}", life.logged(log))


def _attempts(life: Life) -> Iterator[Attempt]:
    ada, ben, eve = (each.identity for each in (life.ada, life.ben, life.eve))
    two, by_ada, by_eve = life.state(1), life.ada.author(DAY), life.eve.author(DAY)
    a, b, e = life.ada.statement, life.ben.statement, life.eve.statement

    def epoch(op: str, members: list[KeyStatement], **ends: int) -> Made:
        return begin_epoch(two, op, members, by=by_ada, ends=ends)

    by_stranger = begin_epoch(two, "add", [a, b, e], by=by_eve, ends={})
    yield "a stranger lets herself in", 1, by_stranger, [ada, ben]
    yield "one lets somebody in alone", 1, epoch("add", [a, b, e]), []
    yield "the newcomer approves herself", 1, epoch("add", [a, b, e]), [eve]
    yield "somebody joins by a rotation", 1, epoch("rotate", [a, b, e]), [ben]
    yield "somebody goes while another joins", 1, epoch("add", [a, e], **{BEN: 0}), [ben]
    yield "one puts the other out, by a rotation", 1, epoch("rotate", [a], **{BEN: 0}), []
    yield "put out without saying where she ended", 1, epoch("remove", [a]), []
    yield "put out by somebody who goes too", 1, epoch("remove", [b], **{ADA: 0}), []
    new = epoch("succeed", [a, life.unlinked], **{BEN: 0})
    yield "keys changed that name nobody before", 1, new, []
    both = epoch("succeed", [e, life.lost], **{ADA: 0, BEN: 0})
    yield "keys changed of two at once", 1, both, []
    alone = begin_epoch(two, "succeed", [a, life.lost], by=life.lost_author, ends={BEN: 0})
    yield "new keys that vouch for themselves", 1, alone, []


def _malformed(life: Life) -> Iterator[Attempt]:
    ada, two, three, by_ada = life.ada, life.state(1), life.state(2), life.ada.author(DAY)
    ben, eve = life.ben.identity, life.eve.identity
    pair = [ada.statement, life.ben.statement]
    rotated = begin_epoch(two, "rotate", pair, by=by_ada, ends={})
    closing = change_without_key(two, "close", by=by_ada)

    def changed(made: Made, **fields: Any) -> Made:
        data = rewrite(made.entry.data.decode(), fields).encode()
        signature = sign(ada.identity.ed_seed, label(Purpose.SPACE_LOG) + data)
        return Made(SignedEntry(data, signature))

    to_herself = share_past(three, life.keys, ADA, by=by_ada)
    yield "the past shared with herself", 2, to_herself, [ben, eve]
    yield "the past shared by one alone", 2, share_past(three, life.keys, EVE, by=by_ada), []
    yield "an epoch left out", 1, changed(rotated, ep=3), []
    yield "a new epoch with the old key", 1, changed(rotated, kc=two.commitments[1]), []
    yield "a grant too few", 1, changed(rotated, grants={ADA: "ab" * 32}), []
    yield "closed with another key", 1, changed(closing, kc="ab" * 32), []
    yield "opened though it is open", 1, change_without_key(two, "reopen", by=by_ada), [ben]
    yield "founded a second time", 1, changed(rotated, op="create"), []
    left, closed = life.state(5), life.state(8)
    back = begin_epoch(left, "add", [*pair, life.eve.statement], by=by_ada, ends={})
    yield "somebody joins before there is a new key", 5, back, [ben]
    members = list(closed.members.values())
    late = begin_epoch(closed, "rotate", members, by=by_ada, ends={})
    yield "a new key after closing", 8, late, []
    joining = begin_epoch(closed, "add", [*members, life.eve.statement], by=by_ada, ends={})
    yield "somebody joins after closing", 8, joining, [life.proven_author.identity]
    yield "closed a second time", 8, change_without_key(closed, "close", by=by_ada), []


def later_envelope_cases(scene: Scene) -> Iterator[Case]:
    """Envelopes of later epochs, and those of somebody who had left."""
    life = make_life(scene)
    for name, writer, epoch, seq in [
        ("in the second epoch, by who joined", life.eve, 2, 2),
        ("in the first epoch, by who joined later", life.eve, 1, 1),
        ("in the epoch she left, one too many", life.eve, 3, 3),
        ("in the epoch after she left", life.eve, 4, 3),
        ("under the keys before, one too many", life.ben, 4, 5),
        ("under the keys before, in the new epoch", life.ben, 5, 4),
        ("after all, by who stayed", life.ada, 6, 1),
    ]:
        header = Header(
            sid=SPACE, ep=epoch, oid=GOAL, rev=1, prv="", by=writer.user,
            kid=writer.statement.hash, seq=seq, aph="" if seq == 1 else "ab" * 32, seen="",
        )  # fmt: skip
        body = make_body("goal/1", {"wording": name}, written_at=DAY)
        by, chance = writer.identity, deterministic(name)
        envelope = seal_envelope(header, body, key=life.keys[epoch], author=by, random=chance)
        given = {
            **life.logged(),
            "envelope": envelope.hex(),
            "keys": {str(each): key.hex() for each, key in life.keys.items()},
            "wanted": {"sid": SPACE, "oid": GOAL},
        }
        yield {"name": f"envelope: {name}", "check": "envelope", "given": given}


def approved_by(entry: SignedEntry, people: list[Identity]) -> SignedEntry:
    """The entry with the approvals of these people."""
    approvals = {each.user: approve_entry(entry.data, each) for each in people}
    return SignedEntry(entry.data, entry.signature, approvals)


def grant_cases(scene: Scene) -> Iterator[Case]:
    """Ben's grant, and what is given to him in its place; then the grants of later entries."""
    good = {
        **logged(scene),
        "n": 0,
        "sealed": scene.founded.grants[BEN].hex(),
        "user": BEN,
        "private": scene.ben.identity.x_private.hex(),
    }
    entry = scene.founded.entry.data.decode()
    uncommitted = _resigned(scene, rewrite(entry, {"kc": "ab" * 32}))
    life = make_life(scene)
    later, past = life.granted(1, BEN), life.granted(2, EVE)
    for name, given in [
        ("as made", good),
        ("Ada's in its place", put(good, "sealed", scene.founded.grants[ADA].hex())),
        ("flipped", put(good, "sealed", flip(good["sealed"], -1))),
        ("cut", put(good, "sealed", good["sealed"][:-2])),
        ("another's private key", put(good, "private", scene.eve.identity.x_private.hex())),
        ("a log that commits to another key", {**good, "log": uncommitted["log"]}),
        ("of a later epoch", later),
        ("of the past", past),
        ("of another epoch in its place", {**later, "sealed": good["sealed"]}),
        ("of an entry that grants nothing", {**later, "n": 4}),
        ("of the past, cut to one key", {**past, "sealed": past["sealed"][:158]}),
    ]:
        yield {"name": f"grant: {name}", "check": "grant", "given": given}


def standing_cases(scene: Scene) -> Iterator[Case]:
    """Whether a number that was compared still counts."""
    life = make_life(scene)
    first, proven, lost = (
        travelling(each) for each in (life.ben.statement, life.proven, life.lost)
    )
    on_first = {BEN: {"ks": life.ben.statement.hash, "on": "2026-01-05"}}
    on_new = {BEN: {"ks": life.lost.hash, "on": "2026-02-05"}}
    for name, lineage, checked in [
        ("never compared", [first], {}),
        ("compared", [first], on_first),
        ("new keys, vouched for by the old", [first, proven], on_first),
        ("new keys out of nowhere", [first, lost], on_first),
        ("new keys, compared again", [first, lost], on_new),
        ("compared a key that was never there", [first], on_new),
    ]:
        given = {"lineage": lineage, "checked": checked}
        yield {"name": f"standing: {name}", "check": "standing", "given": given}


def _resigned(scene: Scene, entry: str) -> Given:
    message = label(Purpose.SPACE_LOG) + entry.encode()
    signature = sign(scene.ada.identity.ed_seed, message).hex()
    log = [{"entry": entry, "signature": signature, "approvals": {}}]
    return {
        **logged(scene),
        "statements": [stated(m) for m in (scene.ada, scene.ben, scene.eve)],
        "log": log,
    }


def _case(name: str, given: Given) -> Case:
    return {"name": name, "check": "log", "given": given}
