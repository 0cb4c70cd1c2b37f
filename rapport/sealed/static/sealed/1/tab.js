// Staying unlocked in this tab: the master key lies wrapped in sessionStorage, and the key that
// wraps it lies in IndexedDB and cannot be read out. A new tab, or a restart, is locked.

import { fromHex, hex, random, utf8 } from "./encoding.js";
import { drop, keep, take } from "./store.js";

const SLOT = "sealed-tab";
const IDLE = 15 * 60 * 1000;
const LOOK_EVERY = 10 * 1000;
const ALGORITHM = { name: "AES-GCM", length: 256 };

const how = (nonce, user) => ({ name: "AES-GCM", iv: nonce, additionalData: utf8(`tab ${user}`) });

export async function keepInTab(user, amk) {
  const [tab, nonce] = [crypto.randomUUID(), random(12)];
  const key = await crypto.subtle.generateKey(ALGORITHM, false, ["encrypt", "decrypt"]);
  const wrapped = await crypto.subtle.encrypt(how(nonce, user), key, amk);
  await keep("keys", tab, key);
  const note = { tab, user, nonce: hex(nonce), wrapped: hex(new Uint8Array(wrapped)) };
  write({ ...note, active: Date.now() });
}

// The master key of this tab, or null when it is locked, somebody else's, or was idle too long.
export async function takeFromTab(user) {
  const note = read();
  if (!note) return null;
  const key = await take("keys", note.tab);
  if (!key || note.user !== user || isIdle(note)) return forgetTab();
  const sealed = fromHex(note.wrapped);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how(fromHex(note.nonce), user), key, sealed));
  } catch {
    return forgetTab();
  }
}

export async function forgetTab() {
  const note = read();
  sessionStorage.removeItem(SLOT);
  if (note) await drop("keys", note.tab);
  return null;
}

// Calls `lock` once nothing was touched in this tab for fifteen minutes.
export function watchIdleness(lock) {
  for (const sign of ["pointerdown", "keydown", "focusin"]) {
    document.addEventListener(sign, touch, { passive: true, capture: true });
  }
  const look = () => {
    const note = read();
    if (note && isIdle(note)) lock();
  };
  setInterval(look, LOOK_EVERY);
  document.addEventListener("visibilitychange", look);
}

function touch() {
  const note = read();
  if (note && !isIdle(note)) write({ ...note, active: Date.now() });
}

const isIdle = (note) => Date.now() - note.active > IDLE;
const read = () => JSON.parse(sessionStorage.getItem(SLOT) ?? "null");
const write = (note) => sessionStorage.setItem(SLOT, JSON.stringify(note));
