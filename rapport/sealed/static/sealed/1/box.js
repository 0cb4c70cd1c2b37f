// A box that only one key opens, and that tells a wrong key from damaged bytes.

import { require } from "./refusals.js";
import { concat, fromHex, random, same } from "./encoding.js";
import { canonical } from "./canonical.js";
import { label } from "./labels.js";
import { ZERO_NONCE, aesOpen, aesSeal, hkdf } from "./primitives.js";

const SALT = 32;
const COMMIT = 32;
const TAG = 16;
const MAGIC = fromHex("5353505701");
const LARGEST = 4 * 1024 * 1024;

export async function sealBox(secret, { salt, info, bound, plain }) {
  const derived = await hkdf(secret, { salt, info, length: 64 });
  const sealed = await aesSeal(derived.subarray(0, 32), ZERO_NONCE, plain, bound);
  return concat(derived.subarray(32), sealed);
}

export async function openBox(secret, { salt, info, bound, sealed }) {
  require(sealed.length >= COMMIT + TAG, "truncated");
  const derived = await hkdf(secret, { salt, info, length: 64 });
  require(same(derived.subarray(32), sealed.subarray(0, COMMIT)), "wrong-key");
  return aesOpen(derived.subarray(0, 32), ZERO_NONCE, sealed.subarray(COMMIT), bound);
}

export async function wrap(secret, purpose, context, plain) {
  const salt = random(SALT);
  const info = concat(label(purpose), canonical(context));
  return concat(MAGIC, salt, await sealBox(secret, { salt, info, bound: info, plain }));
}

export async function unwrap(secret, purpose, context, wrapped) {
  require(same(wrapped.subarray(0, 4), MAGIC.subarray(0, 4)), "not-a-wrap");
  require(wrapped[4] === MAGIC[4], "suite-unknown");
  require(wrapped.length <= LARGEST, "too-large");
  const body = wrapped.subarray(MAGIC.length);
  require(body.length >= SALT + COMMIT + TAG, "truncated");
  const info = concat(label(purpose), canonical(context));
  const salt = body.subarray(0, SALT);
  return openBox(secret, { salt, info, bound: info, sealed: body.subarray(SALT) });
}
