// The few primitives of suite 0x01, all of them the browser's own.

import { Refused } from "./refusals.js";
import { concat, fromHex } from "./encoding.js";
import { requireSoundEd25519, requireSoundX25519 } from "./hygiene.js";

export const ZERO_NONCE = new Uint8Array(12);

// What stands before a raw private key in PKCS #8, the only form the browsers take.
const ED25519_PKCS8 = fromHex("302e020100300506032b657004220420");
const X25519_PKCS8 = fromHex("302e020100300506032b656e04220420");

export async function hkdf(secret, { salt, info, length }) {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

export async function hmac(key, message) {
  const how = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, how, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

export async function pbkdf2(secret, { salt, iterations }) {
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}

const aesKey = (key, use) => crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);

export async function aesSeal(key, nonce, plain, bound) {
  const how = { name: "AES-GCM", iv: nonce, additionalData: bound };
  return new Uint8Array(await crypto.subtle.encrypt(how, await aesKey(key, "encrypt"), plain));
}

export async function aesOpen(key, nonce, sealed, bound) {
  const how = { name: "AES-GCM", iv: nonce, additionalData: bound };
  const imported = await aesKey(key, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, imported, sealed));
  } catch {
    throw new Refused("damaged");
  }
}

async function publicOf(prefix, secret, algorithm, uses) {
  const bytes = concat(prefix, secret);
  const key = await crypto.subtle.importKey("pkcs8", bytes, algorithm, true, uses);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  const letters = atob(x.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

export const ed25519Public = (seed) => publicOf(ED25519_PKCS8, seed, "Ed25519", ["sign"]);
export const x25519Public = (secret) => publicOf(X25519_PKCS8, secret, "X25519", ["deriveBits"]);

export async function sign(seed, message) {
  const bytes = concat(ED25519_PKCS8, seed);
  const key = await crypto.subtle.importKey("pkcs8", bytes, "Ed25519", false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key, message));
}

export async function verify(publicKey, signature, message) {
  requireSoundEd25519(publicKey);
  let fits = false;
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    fits = await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    // Some engines refuse a malformed point already at import: the verdict is the same.
  }
  if (!fits) throw new Refused("signature-invalid");
}

export async function agree(secret, publicKey) {
  requireSoundX25519(publicKey);
  const own = concat(X25519_PKCS8, secret);
  const key = await crypto.subtle.importKey("pkcs8", own, "X25519", false, ["deriveBits"]);
  try {
    const other = await crypto.subtle.importKey("raw", publicKey, "X25519", false, []);
    const how = { name: "X25519", public: other };
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
  } catch {
    throw new Refused("shared-secret-zero");
  }
}
