// Grants: keys of a space, sealed to one member and bound to the log entry that names them.
// An entry that begins an epoch grants its key; one that shares the past grants all before it.

import { require } from "./refusals.js";
import { concat } from "./encoding.js";
import { canonical, hexDigest } from "./canonical.js";
import { label } from "./labels.js";
import { hpkeOpen, hpkeSeal } from "./hpke.js";
import { requireKey } from "./space-log.js";

const KEY = 32;
const OVERHEAD = 48;

// `epoch` is {sid, ep, prev}; `key` is one key, or those of the past joined.
export function sealGrant(epoch, key, to, sender) {
  return hpkeSeal(to.x, key, infoOf(epoch, to, sender));
}

// Resolves with the keys, by epoch, that log entry `n` promised to this person.
export async function openGrant(sealed, state, identity, n = 0) {
  const granting = state.grantings.find((one) => one.n === n);
  require(granting !== undefined, "grant-mismatch");
  const epochs = epochsOf(granting);
  require(sealed.length === OVERHEAD + KEY * epochs.length, "grant-malformed");
  const { user } = identity;
  const named = Object.hasOwn(granting.grants, user) && granting.grants[user];
  require(named === (await hexDigest(sealed)), "grant-mismatch");
  const place = { sid: state.sid, ep: granting.epoch, prev: granting.prev };
  const info = infoOf(place, granting.members[user], granting.author);
  const joined = await hpkeOpen(identity.xPrivate, sealed, info);
  const keys = {};
  for (const [at, epoch] of epochs.entries()) {
    keys[epoch] = joined.slice(at * KEY, at * KEY + KEY);
    await requireKey(state, keys[epoch], epoch);
  }
  return keys;
}

// The keys of all epochs before this one, one after the other.
export function pastKeys(keys, epoch) {
  const before = range(1, epoch);
  require(before.every((each) => Object.hasOwn(keys, each)), "epoch-unknown");
  return concat(...before.map((each) => keys[each]));
}

const range = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);

const epochsOf = ({ op, epoch }) => (op === "share" ? range(1, epoch) : [epoch]);

function infoOf({ sid, ep, prev }, to, sender) {
  const context = { sid, ep, to: to.user, to_ks: to.hash, from_ks: sender.hash, prev };
  return concat(label("grant"), canonical(context));
}
