// What a passkey gave while signing in, kept for one minute and for one page, in this tab alone.

import { fromHex, hex, random } from "./encoding.js";
import { canonical, parseCanonical } from "./canonical.js";
import { drop, keep, take } from "./store.js";

const SLOT = "sealed-gesture";
const LASTS = 60 * 1000;
const ALGORITHM = { name: "AES-GCM", length: 256 };

export async function keepGesture(credential, secret) {
  const [name, nonce] = [crypto.randomUUID(), random(12)];
  const key = await crypto.subtle.generateKey(ALGORITHM, false, ["encrypt", "decrypt"]);
  const plain = canonical({ credential, secret });
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain);
  await keep("keys", name, key);
  const note = { name, nonce: hex(nonce), sealed: hex(new Uint8Array(sealed)), at: Date.now() };
  sessionStorage.setItem(SLOT, JSON.stringify(note));
}

// {credential, secret}, once; null when there is none or it waited too long.
export async function takeGesture() {
  const note = JSON.parse(sessionStorage.getItem(SLOT) ?? "null");
  sessionStorage.removeItem(SLOT);
  if (!note) return null;
  const key = await take("keys", note.name);
  await drop("keys", note.name);
  if (!key || Date.now() - note.at > LASTS) return null;
  const how = { name: "AES-GCM", iv: fromHex(note.nonce) };
  const plain = await crypto.subtle.decrypt(how, key, fromHex(note.sealed));
  return parseCanonical(new Uint8Array(plain));
}
