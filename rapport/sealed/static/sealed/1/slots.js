// Unlock slots: each wraps the same master key (AMK) under one thing a person keeps.
// There is no slot that an organisation or a server could open, and there must never be one.

import { require } from "./refusals.js";
import { concat, fromHex, hex, now, random, same } from "./encoding.js";
import { canonical } from "./canonical.js";
import { label } from "./labels.js";
import { aesOpen, aesSeal, hkdf, pbkdf2 } from "./primitives.js";
import { normalPhrase } from "./phrase.js";
import { normalCode } from "./recovery-code.js";
import * as shapes from "./shapes.js";

const FEWEST_ITERATIONS = 600_000;
const ITERATIONS = 1_000_000;
const MOST_ITERATIONS = 10_000_000;
// The algorithm a slot of each kind uses in this version; Argon2id takes a line of its own here.
const KDF_OF = { phrase: "pbkdf2-sha256", code: "none", passkey: "webauthn-prf" };

const SLOT = {
  v: 1,
  slot: shapes.UUID,
  user: shapes.IDENTIFIER,
  type: shapes.WORD,
  created: shapes.TIME,
  kdf: Object,
  commit: shapes.HASH,
  nonce: /^[0-9a-f]{24}$/,
  ct: /^[0-9a-f]{96}$/,
};
const PRF_FIELDS = { alg: shapes.WORD, credential: /^([0-9a-f]{2}){1,1023}$/ };
const PRF_RESULT = /^[0-9a-f]{128}$/;
const PBKDF2_FIELDS = { alg: shapes.WORD, salt: /^[0-9a-f]{32}$/, iter: 0 };

// For a passkey `typed` is what its function gave for both inputs, in hexadecimal.
export async function makeSlot(type, typed, amk, user, credential = "") {
  const kdf = newKdf(type, credential);
  const row = { v: 1, slot: crypto.randomUUID(), user, type, created: now(), kdf };
  const derived = await derive(row, typed);
  const nonce = random(12);
  const sealed = await aesSeal(derived.subarray(0, 32), nonce, amk, canonical(row));
  return { ...row, commit: hex(derived.subarray(32)), nonce: hex(nonce), ct: hex(sealed) };
}

export async function openSlot(row, typed, user) {
  checkSlot(row);
  require(row.user === user, "slot-malformed");
  const derived = await derive(row, typed);
  require(same(derived.subarray(32), fromHex(row.commit)), "wrong-key");
  const { commit, nonce, ct, ...bound } = row;
  return aesOpen(derived.subarray(0, 32), fromHex(nonce), fromHex(ct), canonical(bound));
}

export function checkSlot(row) {
  shapes.requireShape(row, SLOT, "slot-malformed");
  require(row.v === 1, "version-unknown");
  require(Object.hasOwn(KDF_OF, row.type), "slot-type-unknown");
  require(row.kdf.alg === KDF_OF[row.type], "kdf-unknown");
  if (row.type === "code") require(Object.keys(row.kdf).length === 1, "slot-malformed");
  else if (row.type === "passkey") shapes.requireShape(row.kdf, PRF_FIELDS, "slot-malformed");
  else requireIterations(row.kdf);
}

function requireIterations(kdf) {
  shapes.requireShape(kdf, PBKDF2_FIELDS, "slot-malformed");
  require(kdf.iter >= FEWEST_ITERATIONS, "kdf-too-weak");
  require(kdf.iter <= MOST_ITERATIONS, "kdf-too-costly");
}

function newKdf(type, credential) {
  if (type === "passkey") return { alg: KDF_OF.passkey, credential };
  if (type === "code") return { alg: KDF_OF.code };
  return { alg: KDF_OF.phrase, salt: hex(random(16)), iter: ITERATIONS };
}

async function derive(row, typed) {
  const context = canonical({ type: row.type, user: row.user, kdf: row.kdf });
  const salt = fromHex(row.slot.replaceAll("-", ""));
  return hkdf(await secretOf(row, typed), {
    salt,
    info: concat(label("slot"), context),
    length: 64,
  });
}

async function secretOf(row, typed) {
  if (row.type === "code") return normalCode(typed);
  if (row.type === "passkey") {
    require(PRF_RESULT.test(typed), "prf-malformed");
    return fromHex(typed);
  }
  const { salt, iter } = row.kdf;
  return pbkdf2(normalPhrase(typed), { salt: fromHex(salt), iterations: iter });
}
