// Sealing to a person's public key: HPKE of RFC 9180, base mode, one message per key.

import { require } from "./refusals.js";
import { concat, random, u16, utf8 } from "./encoding.js";
import { aesOpen, aesSeal, agree, hmac, x25519Public } from "./primitives.js";

const KEM = u16(0x20);
const KDF = u16(0x01);
const KEY_LENGTHS = { 1: 16, 2: 32 };
const NONE = new Uint8Array(0);
const VERSION = utf8("HPKE-v1");

// What the RFC leaves open and this protocol does not; its own vectors need the other values.
const OURS = { aead: 2, bound: NONE };

export async function hpkeSeal(publicKey, plain, info, variant = OURS, ephemeral = random(32)) {
  const encapsulated = await x25519Public(ephemeral);
  const shared = await agree(ephemeral, publicKey);
  const secret = await kemSecret(shared, concat(encapsulated, publicKey));
  const { key, nonce } = await keySchedule(secret, info, variant.aead);
  return concat(encapsulated, await aesSeal(key, nonce, plain, variant.bound));
}

export async function hpkeOpen(privateKey, sealed, info, variant = OURS) {
  require(sealed.length >= 48, "truncated");
  const encapsulated = sealed.subarray(0, 32);
  const shared = await agree(privateKey, encapsulated);
  const own = await x25519Public(privateKey);
  const secret = await kemSecret(shared, concat(encapsulated, own));
  const { key, nonce } = await keySchedule(secret, info, variant.aead);
  return aesOpen(key, nonce, sealed.subarray(32), variant.bound);
}

async function kemSecret(shared, context) {
  const suite = concat(utf8("KEM"), KEM);
  const extracted = await extract(NONE, suite, "eae_prk", shared);
  return expand(extracted, suite, "shared_secret", context, 32);
}

async function keySchedule(secret, info, aead) {
  const suite = concat(utf8("HPKE"), KEM, KDF, u16(aead));
  const noKeyId = await extract(NONE, suite, "psk_id_hash", NONE);
  const infoHash = await extract(NONE, suite, "info_hash", info);
  const context = concat(Uint8Array.of(0), noKeyId, infoHash);
  const extracted = await extract(secret, suite, "secret", NONE);
  return {
    key: await expand(extracted, suite, "key", context, KEY_LENGTHS[aead]),
    nonce: await expand(extracted, suite, "base_nonce", context, 12),
  };
}

function extract(salt, suite, name, secret) {
  const key = salt.length ? salt : new Uint8Array(32);
  return hmac(key, concat(VERSION, suite, utf8(name), secret));
}

async function expand(key, suite, name, info, length) {
  const labelled = concat(u16(length), VERSION, suite, utf8(name), info, Uint8Array.of(1));
  return (await hmac(key, labelled)).subarray(0, length);
}
