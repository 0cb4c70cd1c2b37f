"""How long sealing makes people wait, in the system's Chromium: unlocking, opening 500 things, and
making a new key for a space, which touches none of them.

`python -m bench.bench_sealed` prints a table. Ceilings of the design: unlock ≤ 2 s, 500 items ≤ 3 s
on two cores. No database and no server: the modules are loaded as they lie, with made-up words.
"""

import gzip
import json
import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from rapport.sealed.modules import FORMAT, PARTS, TAB
from rapport.sealed.protocol.member import Member
from rapport.sealed.protocol.wordlist import SOURCE
from rapport.sealed.tests.static_site import static_site
from tests.browser import chromium

DAY: Final = "2026-01-05T09:00:00Z"
ITEMS: Final = 500
ADA, BEN, SPACE = (f"{digit * 8}-0000-4000-8000-000000000001" for digit in "abc")
STATIC: Final = SOURCE.parent.parent.parent
CEILINGS: Final = {"unlock": 2000, "open": 3000, "renew": 1000}
MEASURE: Final = """async () => {
  const at = "/static/sealed/1/";
  const load = (name) => import(`${at}${name}.js`);
  const names = ["slots", "identity", "keyring", "space-log", "envelope", "encoding",
    "changes"];
  const loaded = await Promise.all(names.map(load));
  const [slots, identity, keyring, log, envelope, encoding, changes] = loaded;
  const { fromHex, utf8, fromBase64 } = encoding;
  const given = await (await fetch("/vectors/bench.json")).json();
  const begun = performance.now();
  const amk = await slots.openSlot(given.slot, given.phrase, given.user);
  const [ada, ben] = await Promise.all(given.statements.map((one) =>
    identity.readStatement(utf8(one.statement), fromHex(one.signature), one.user)));
  const own = await identity.unwrapIdentity(fromHex(given.bundle), amk, ada);
  const ring = await keyring.unwrapKeyring(fromHex(given.keyring), amk, given.user, given.rev);
  const unlocked = performance.now();
  const entry = { data: utf8(given.entry.entry), signature: fromHex(given.entry.signature),
    approvals: {} };
  const circle = await log.replay([entry], given.sid, { [ada.hash]: ada, [ben.hash]: ben });
  const keys = { 1: fromHex(ring.spaces[given.sid].epochs[1]) };
  for (const { oid, sealed } of given.items) {
    const wanted = { sid: given.sid, oid };
    await envelope.openEnvelope(fromBase64(sealed), { wanted, keys, circle });
  }
  const opened = performance.now();
  const mine = { identity: own, statement: ada };
  const made = await changes.beginEpoch(circle, "rotate", circle.members, mine);
  await log.judge(circle, { ...made, approvals: {} }, { [ada.hash]: ada, [ben.hash]: ben });
  const renewed = performance.now();
  return { unlock: unlocked - begun, open: opened - unlocked, renew: renewed - opened };
}"""


def scene() -> dict[str, Any]:
    """Two people, a space, and 500 notes of a few lines each."""
    ada = Member.make(ADA, made_at=DAY, seed="bench ada")
    ben = Member.make(BEN, made_at=DAY, seed="bench ben")
    founded = ada.found_space(SPACE, [ada.statement, ben.statement], made_at=DAY)
    words = {"note": "What did you notice? " * 20}
    items = [(str(uuid4()), None) for _ in range(ITEMS)]
    sealed = [
        {"oid": oid, "sealed": _base64(ada.seal(SPACE, oid, "note/1", words, written_at=DAY))}
        for oid, _ in items
    ]
    posted = ada.set_up()
    return {
        "user": ADA,
        "sid": SPACE,
        "phrase": ada.phrase,
        "slot": posted["slots"][0],
        "bundle": posted["identity"],
        "keyring": posted["keyring"],
        "rev": posted["keyring_rev"],
        "statements": [_stated(ada), _stated(ben)],
        "entry": founded.posted(),
        "items": sealed,
    }


def weight() -> tuple[int, int, int]:
    """Files, bytes, and bytes as they travel, of the modules that every page with words loads."""
    texts = [(SOURCE.parent / f"{name}.js").read_bytes() for name in (*FORMAT, *TAB)]
    return len(texts), sum(map(len, texts)), sum(len(gzip.compress(each)) for each in texts)


def measured(runs: int = 5) -> dict[str, list[float]]:
    """Milliseconds of each run."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "bench.json").write_text(json.dumps(scene()), "utf-8")
        with static_site(STATIC, Path(folder)) as site, chromium() as browser:
            page = browser.new_page()
            page.goto(f"{site}/static/sealed/1/refusals.js")
            told = [page.evaluate(MEASURE) for _ in range(runs)]
    return {name: sorted(each[name] for each in told) for name in CEILINGS}


def main() -> int:
    """Print the table; 1 when a median is above its ceiling."""
    files, plain, packed = weight()
    parts = ", ".join(f"{name} {len(names)}" for name, names in PARTS.items())
    sys.stdout.write(f"modules of every sealed page: {files} files, {plain} B, {packed} B gzip\n")
    sys.stdout.write(f"further files on some pages: {parts}\n")
    slow = False
    for name, times in measured().items():
        middle = times[len(times) // 2]
        slow |= middle > CEILINGS[name]
        sys.stdout.write(
            f"{name}: median {middle:.0f} ms, worst {times[-1]:.0f} ms, "
            f"ceiling {CEILINGS[name]} ms\n"
        )
    return int(slow)


def _stated(member: Member) -> dict[str, str]:
    return {
        "user": member.user,
        "statement": member.statement.data.decode(),
        "signature": member.signature.hex(),
    }


def _base64(data: bytes) -> str:
    return b64encode(data).decode()


if __name__ == "__main__":
    sys.exit(main())
