// Making the entries that change a space: a new epoch, the past for somebody, leave, close, reopen.
// Only drafts come from here; an entry counts once everybody who must approve it has done so.

import { random } from "./encoding.js";
import { pastKeys, sealGrant } from "./grants.js";
import { nextEntry } from "./space-log.js";

// Resolves with {data, signature, grants, key}: add, remove, rotate or succeed.
export async function beginEpoch(state, op, members, { identity, statement }, ends = {}) {
  const key = random(32);
  const place = { sid: state.sid, ep: state.epoch + 1, prev: state.log.head };
  const grants = {};
  for (const [user, to] of Object.entries(members)) {
    grants[user] = await sealGrant(place, key, to, statement);
  }
  const entry = await nextEntry(state, { op, members, grants, ends, key }, identity);
  return { ...entry, grants, key };
}

// Gives a member the keys of all epochs before the newest.
export async function sharePast(state, keys, user, { identity, statement }) {
  const place = { sid: state.sid, ep: state.epoch, prev: state.log.head };
  const past = pastKeys(keys, state.epoch);
  const grants = { [user]: await sealGrant(place, past, state.members[user], statement) };
  const change = { op: "share", members: state.members, grants };
  return { ...(await nextEntry(state, change, identity)), grants };
}

// Close or reopen.
export async function turnKey(state, op, { identity }) {
  return { ...(await nextEntry(state, { op, members: state.members }, identity)), grants: {} };
}

// `last` is the leaver's last number in this space.
export async function leave(state, { identity }, last) {
  const { [identity.user]: own, ...members } = state.members;
  const change = { op: "leave", members, ends: { [own.user]: last } };
  return { ...(await nextEntry(state, change, identity)), grants: {} };
}
