// The keyring: the keys of all spaces a person is in, wrapped under the master key.

import { require } from "./refusals.js";
import { hex } from "./encoding.js";
import { canonical, parseCanonical } from "./canonical.js";
import { isProven } from "./identity.js";
import { unwrap, wrap } from "./box.js";
import * as shapes from "./shapes.js";

const KEYRING = { v: 1, user: shapes.IDENTIFIER, rev: 0, spaces: Object, checked: Object };
const CHECKED = { ks: shapes.HASH, on: shapes.DAY };
const ENTRY = { epochs: Object, log: Object };
const PIN = { n: 0, head: shapes.HASH };
const EPOCH = /^[1-9][0-9]{0,5}$/;

export const emptyKeyring = (user) => ({ v: 1, user, rev: 0, spaces: {}, checked: {} });

// `keys` maps an epoch to its key; `log` is {n, head} of what they were verified with.
export function withSpace(keyring, sid, { keys, log }) {
  const added = Object.entries(keys).map(([epoch, key]) => [epoch, hex(key)]);
  const epochs = { ...keyring.spaces[sid]?.epochs, ...Object.fromEntries(added) };
  const spaces = { ...keyring.spaces, [sid]: { epochs, log } };
  return { ...keyring, rev: keyring.rev + 1, spaces };
}

// This person's number was compared on this day: nobody else can write that down.
export function withChecked(keyring, { user, hash }, day) {
  const checked = { ...keyring.checked, [user]: { ks: hash, on: day } };
  return { ...keyring, rev: keyring.rev + 1, checked };
}

// "unchecked", "checked" or "changed" for the last of a person's statements. A key that was
// compared vouches for the next one if it signed it; else people compare again.
export async function standingOf({ checked }, lineage) {
  const newest = lineage.at(-1);
  if (!Object.hasOwn(checked, newest.user)) return "unchecked";
  const { ks } = checked[newest.user];
  for (let at = lineage.length - 1; at >= 0; at -= 1) {
    if (lineage[at].hash === ks) return "checked";
    if (at === 0 || !(await isProven(lineage[at], lineage[at - 1]))) break;
  }
  return "changed";
}

export function wrapKeyring(keyring, amk) {
  const context = { user: keyring.user, rev: keyring.rev };
  return wrap(amk, "keyring", context, canonical(keyring));
}

export async function unwrapKeyring(wrapped, amk, user, rev) {
  const keyring = parseCanonical(await unwrap(amk, "keyring", { user, rev }, wrapped));
  shapes.requireShape(keyring, KEYRING, "keyring-malformed");
  require(keyring.v === 1, "version-unknown");
  require(keyring.user === user && keyring.rev === rev, "keyring-malformed");
  for (const [sid, space] of Object.entries(keyring.spaces)) {
    require(shapes.UUID.test(sid), "keyring-malformed");
    shapes.requireShape(space, ENTRY, "keyring-malformed");
    shapes.requireMap(space.epochs, EPOCH, shapes.HASH, "keyring-malformed");
    shapes.requireShape(space.log, PIN, "keyring-malformed");
  }
  for (const [other, checked] of Object.entries(keyring.checked)) {
    require(shapes.IDENTIFIER.test(other), "keyring-malformed");
    shapes.requireShape(checked, CHECKED, "keyring-malformed");
  }
  return keyring;
}
