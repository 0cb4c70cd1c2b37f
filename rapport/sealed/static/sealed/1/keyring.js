// The keyring: the keys of all spaces a person is in, wrapped under the master key.

import { require } from "./refusals.js";
import { hex } from "./encoding.js";
import { canonical, parseCanonical } from "./canonical.js";
import { unwrap, wrap } from "./box.js";
import * as shapes from "./shapes.js";

const KEYRING = { v: 1, user: shapes.IDENTIFIER, rev: 0, spaces: Object };
const ENTRY = { epochs: Object, log: Object };
const PIN = { n: 0, head: shapes.HASH };
const EPOCH = /^[1-9][0-9]{0,5}$/;

export const emptyKeyring = (user) => ({ v: 1, user, rev: 0, spaces: {} });

export function withSpace(keyring, sid, { epoch, key, log }) {
  const epochs = { ...keyring.spaces[sid]?.epochs, [epoch]: hex(key) };
  const spaces = { ...keyring.spaces, [sid]: { epochs, log } };
  return { ...keyring, rev: keyring.rev + 1, spaces };
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
  return keyring;
}
