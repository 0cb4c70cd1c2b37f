// Opening and sealing one object: the only two things pages do with words.

import { require } from "./refusals.js";
import { fromBase64, now } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { makeBody, openEnvelope, sealEnvelope } from "./envelope.js";
import { openSpace, readSpace } from "./spaces.js";
import { expectSeen } from "./witness.js";
import { raiseAlarm } from "./alarm.js";
import { pin, pinsOf, requireOwnChain } from "./pins.js";

// Resolves with {words, body, header, hash}. `past` allows a revision older than the newest seen;
// a `refused` envelope never became part of the history and is not remembered.
export async function openWords(sid, oid, envelope, { past = false, refused = false } = {}) {
  const space = await openSpace(sid);
  const how = { wanted: { sid, oid }, keys: space.keys, circle: space.state };
  const opened = await openEnvelope(fromBase64(envelope), how);
  if (!refused) await pin(space.identity.user, sid, opened.header, opened.hash, { past });
  expectSeen(space, opened.header, raiseAlarm);
  return { ...opened, words: opened.body.words };
}

// For other modules: the words of a <sealed-record> (or anything with its three attributes).
export async function openRecord(element) {
  const names = ["space", "object", "envelope"];
  const [sid, oid, envelope] = names.map((name) => element.getAttribute(name));
  return (await openWords(sid, oid, envelope, { past: element.hasAttribute("past") })).words;
}

// `chain` carries the author's place from one envelope of a form to the next.
export async function sealWords(given, chain) {
  const { sid, oid, revision, current, schema, words, cls = "entry" } = given;
  const space = await openSpace(sid);
  require(!space.state.closed, "space-closed");
  require(!Object.values(space.standing).includes("changed"), "key-changed");
  const { user } = space.identity;
  const place = chain.get(sid) ?? (await placeOf(user, sid));
  const header = {
    sid,
    ep: space.state.epoch,
    cls,
    oid,
    rev: revision + 1,
    prv: revision === 0 ? "" : await hexDigest(fromBase64(current)),
    by: user,
    kid: space.statement.hash,
    seq: place.seq + 1,
    aph: place.aph,
    seen: (await pinsOf(user, sid)).seen,
  };
  const body = makeBody(schema, words, now());
  const envelope = await sealEnvelope(header, body, space.keys[header.ep], space.identity.edSeed);
  const hash = await hexDigest(envelope);
  chain.set(sid, { seq: header.seq, aph: hash });
  return { envelope, hash };
}

// Asked anew for each form: another tab may have written since this page was loaded.
async function placeOf(user, sid) {
  const { heads } = await readSpace(sid);
  await requireOwnChain(user, sid, heads);
  return heads;
}
