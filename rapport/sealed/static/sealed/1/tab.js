// Staying unlocked: the master key lies wrapped in sessionStorage, and the key that wraps it lies in
// IndexedDB and cannot be read out. A new tab, or a restart, is locked. Who wants it otherwise on a
// device of her own has it lie in localStorage instead, for fourteen days.

import { fromHex, hex, random, utf8 } from "./encoding.js";
import { drop, keep, take } from "./store.js";

const SLOT = "sealed-tab";
const DEVICE = "sealed-device";
const IDLE = 15 * 60 * 1000;
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;
const LOOK_EVERY = 10 * 1000;
const ALGORITHM = { name: "AES-GCM", length: 256 };

const how = (nonce, user) => ({ name: "AES-GCM", iv: nonce, additionalData: utf8(`tab ${user}`) });

// One of the two at a time: a tab that locked itself while the device stays open would help nobody.
export async function keepInTab(user, amk, { onDevice = false } = {}) {
  await forgetTab();
  const [tab, nonce] = [crypto.randomUUID(), random(12)];
  const key = await crypto.subtle.generateKey(ALGORITHM, false, ["encrypt", "decrypt"]);
  const wrapped = await crypto.subtle.encrypt(how(nonce, user), key, amk);
  await keep("keys", tab, key);
  const note = { tab, user, nonce: hex(nonce), wrapped: hex(new Uint8Array(wrapped)) };
  if (onDevice) write({ ...note, until: Date.now() + FORTNIGHT }, localStorage, DEVICE);
  else write({ ...note, active: Date.now() });
}

// The master key of this tab, or null when it is locked, somebody else's, or was idle too long.
export async function takeFromTab(user) {
  const note = current();
  if (!note) return null;
  const key = await take("keys", note.tab);
  if (!key || note.user !== user || isOver(note)) return forgetTab();
  const sealed = fromHex(note.wrapped);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how(fromHex(note.nonce), user), key, sealed));
  } catch {
    return forgetTab();
  }
}

export async function forgetTab() {
  const notes = [read(), readDevice()].filter(Boolean);
  sessionStorage.removeItem(SLOT);
  localStorage.removeItem(DEVICE);
  for (const { tab } of notes) await drop("keys", tab);
  return null;
}

// Calls `lock` once nothing was touched in this tab for fifteen minutes, or the fortnight is over, or
// the device was locked in another tab.
export function watchIdleness(lock) {
  for (const sign of ["pointerdown", "keydown", "focusin"]) {
    document.addEventListener(sign, touch, { passive: true, capture: true });
  }
  const look = () => {
    const note = current();
    if (note && isOver(note)) lock();
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === DEVICE && !newValue && !read()) lock();
  });
  setInterval(look, LOOK_EVERY);
  document.addEventListener("visibilitychange", look);
}

// A tab of its own that was left alone goes on with what the device keeps, if it does.
function current() {
  const [own, device] = [read(), readDevice()];
  return own && !(device && isOver(own)) ? own : device;
}

function touch() {
  const note = read();
  if (note && !isOver(note)) write({ ...note, active: Date.now() });
}

// A clock that was set back must not make the fortnight longer.
const isOver = ({ active, until }) =>
  until ? Date.now() > until || until - Date.now() > FORTNIGHT : Date.now() - active > IDLE;
const read = (shelf = sessionStorage, slot = SLOT) => JSON.parse(shelf.getItem(slot) ?? "null");
const readDevice = () => read(localStorage, DEVICE);
const write = (note, shelf = sessionStorage, slot = SLOT) => shelf.setItem(slot, JSON.stringify(note));
