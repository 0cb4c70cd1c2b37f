// Whether this tab is unlocked, and for whom. Other pages need only what is exported here.

import { Refused, require } from "./refusals.js";
import { fromHex, utf8 } from "./encoding.js";
import { checkSlot, openSlot } from "./slots.js";
import { askPasskey } from "./passkey.js";
import { readStatement, unwrapIdentity } from "./identity.js";
import { unwrapKeyring } from "./keyring.js";
import { keep, take } from "./store.js";
import { forgetTab, keepInTab, takeFromTab, watchIdleness } from "./tab.js";
import { ask, post } from "./server.js";
import { takeGesture } from "./gesture.js";
import { hasKeys, person, urls } from "./page.js";

const UNLOCKED = "sealed:unlocked";
const LOCKED = "sealed:locked";
let current = null;

export const isUnlocked = () => current !== null;

// Calls back now if the tab is unlocked already, and each time it becomes so.
export function onUnlock(callback) {
  document.addEventListener(UNLOCKED, () => callback(current));
  if (current) callback(current);
}

export const onLock = (callback) => document.addEventListener(LOCKED, callback);

// The person's secrets of this tab; rejects while it is locked.
export function secrets() {
  return current ? Promise.resolve(current) : Promise.reject(new Error("This tab is locked."));
}

// Tries every slot of a kind ("phrase", "code" or "passkey"). A code that opened has served.
export async function unlock(kind, typed, { onDevice = false } = {}) {
  const mine = await ask(urls.mine);
  mine.slots.forEach(checkSlot);
  const slots = mine.slots.filter((row) => row.type === kind);
  const { amk, slot } = await (kind === "passkey" ? byPasskey(slots) : firstThatOpens(slots, typed));
  if (kind === "code") await post(urls.codeUsed, { slot: slot.slot });
  await enter(mine, amk);
  await keepInTab(person, amk, { onDevice });
  announce();
}

export async function lock() {
  current = null;
  await forgetTab();
  document.dispatchEvent(new CustomEvent(LOCKED));
}

// After keys were set up or a keyring was stored, the tab knows the new state.
export function remember(changes) {
  current = { ...current, ...changes };
  return current;
}

export async function enterNew(amk) {
  await enter(await ask(urls.mine), amk);
  await keepInTab(person, amk);
  announce();
}

// Whether a phrase or code would open; nothing is used up and the tab stays as it is.
export async function wouldOpen(kind, typed) {
  const mine = await ask(urls.mine);
  await firstThatOpens(mine.slots.filter((row) => row.type === kind), typed);
}

async function byPasskey(slots) {
  require(slots.length > 0, "wrong-key");
  const { credential, secret } = await askPasskey(slots.map((row) => row.kdf.credential));
  return firstThatOpens(slots.filter((row) => row.kdf.credential === credential), secret);
}

async function firstThatOpens(slots, typed) {
  let refused = null;
  for (const slot of slots) {
    try {
      return { amk: await openSlot(slot, typed, person), slot };
    } catch (error) {
      refused = error;
    }
  }
  require(refused !== null, "wrong-key");
  throw refused;
}

async function enter({ statement, signature, succession, bundle, keyring }, amk) {
  const vouched = succession ? fromHex(succession) : null;
  const own = await readStatement(utf8(statement), fromHex(signature), person, vouched);
  const identity = await unwrapIdentity(fromHex(bundle), amk, own).catch(not("body-malformed"));
  const wrapped = fromHex(keyring.wrapped);
  const ring = await unwrapKeyring(wrapped, amk, person, keyring.rev).catch(
    not("keyring-malformed"),
  );
  await requireNotOlder(own, ring.rev);
  current = { user: person, amk, statement: own, identity, keyring: ring };
}

// The slot has opened, so phrase or code were right: what does not fit it was exchanged.
const not = (refusal) => (error) => {
  throw error instanceof Refused && error.refusal === "wrong-key" ? new Refused(refusal) : error;
};

// A keyring that was newer in this browser before is a keyring from which something was taken.
async function requireNotOlder({ hash }, rev) {
  const known = (await take("pins", `keyring ${hash}`)) ?? 0;
  require(rev >= known, "history-withheld");
  if (rev > known) await keep("pins", `keyring ${hash}`, rev);
}

const announce = () => document.dispatchEvent(new CustomEvent(UNLOCKED));

async function resume() {
  if (!person || !globalThis.crypto?.subtle) return;
  const amk = await takeFromTab(person);
  if (!amk) {
    await followGesture();
    return;
  }
  await enter(await ask(urls.mine), amk);
  announce();
}

// The passkey that has just signed this person in opens her pages too, if it has a slot.
async function followGesture() {
  const gesture = hasKeys ? await takeGesture() : null;
  if (!gesture) return;
  const mine = await ask(urls.mine);
  const slots = mine.slots.filter((row) => row.kdf.credential === gesture.credential);
  if (slots.length === 0) return;
  const { amk } = await firstThatOpens(slots, gesture.secret);
  await enter(mine, amk);
  await keepInTab(person, amk);
  announce();
}

// A page that is left while it asks must not lock the tab; keys that do not fit must.
function giveUp(error) {
  if (error instanceof Refused) return lock();
  current = null;
  return null;
}

watchIdleness(lock);
export const resumed = resume().catch(giveUp);
