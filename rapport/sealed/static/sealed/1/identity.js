// A person's keys: an Ed25519 and an X25519 pair, and the signed statement that names them.

import { require } from "./refusals.js";
import { concat, fromHex, hex, now, random, same } from "./encoding.js";
import { canonical, hexDigest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { ed25519Public, sign, verify, x25519Public } from "./primitives.js";
import { requireSoundEd25519, requireSoundX25519 } from "./hygiene.js";
import { unwrap, wrap } from "./box.js";
import * as shapes from "./shapes.js";

const STATEMENT = {
  v: 1,
  user: shapes.IDENTIFIER,
  gen: 1,
  ed: shapes.HASH,
  x: shapes.HASH,
  prev: shapes.HASH_OR_NONE,
  ts: shapes.TIME,
};
const BUNDLE = { v: 1, user: shapes.IDENTIFIER, gen: 1, ed: shapes.HASH, x: shapes.HASH };

export const makeIdentity = (user, gen = 1) => ({
  user,
  gen,
  edSeed: random(32),
  xPrivate: random(32),
});

export async function stateKeys(identity, prev = "") {
  const data = canonical({
    v: 1,
    user: identity.user,
    gen: identity.gen,
    ed: hex(await ed25519Public(identity.edSeed)),
    x: hex(await x25519Public(identity.xPrivate)),
    prev,
    ts: now(),
  });
  const signature = await sign(identity.edSeed, concat(label("key-statement"), data));
  return { data, signature };
}

// `succession` is the signature of the key before; it is judged when it takes that key's place.
export async function readStatement(data, signature, user, succession = null) {
  const record = parseCanonical(data);
  shapes.requireShape(record, STATEMENT, "statement-malformed");
  require(record.v === 1, "version-unknown");
  require(record.user === user, "statement-mismatch");
  require((record.gen === 1) === (record.prev === ""), "statement-malformed");
  const [ed, x] = [fromHex(record.ed), fromHex(record.x)];
  requireSoundEd25519(ed);
  requireSoundX25519(x);
  await verify(ed, signature, concat(label("key-statement"), data));
  const hash = await hexDigest(data);
  return { data, user, gen: record.gen, ed, x, previous: record.prev, hash, succession };
}

// The signature by which the key before vouches for a new statement.
export const signSuccession = (old, data) => sign(old.edSeed, vouched(data));

// Whether the old key vouches for the new one; else people must compare numbers again.
export async function isProven(next, old) {
  if (!next.succession || next.previous !== old.hash) return false;
  try {
    await verify(old.ed, next.succession, vouched(next.data));
    return true;
  } catch {
    return false;
  }
}

const vouched = (data) => concat(label("key-succession"), data);

export function wrapIdentity(identity, amk) {
  const { user, gen } = identity;
  const [ed, x] = [hex(identity.edSeed), hex(identity.xPrivate)];
  return wrap(amk, "identity", { user, gen }, canonical({ v: 1, user, gen, ed, x }));
}

export async function unwrapIdentity(wrapped, amk, statement) {
  const { user, gen } = statement;
  const record = parseCanonical(await unwrap(amk, "identity", { user, gen }, wrapped));
  shapes.requireShape(record, BUNDLE, "body-malformed");
  const [edSeed, xPrivate] = [fromHex(record.ed), fromHex(record.x)];
  require(same(await ed25519Public(edSeed), statement.ed), "statement-mismatch");
  require(same(await x25519Public(xPrivate), statement.x), "statement-mismatch");
  return { user, gen, edSeed, xPrivate };
}
