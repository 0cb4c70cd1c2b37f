// The log of a space: who is a member, by signatures of the members themselves.
// The server only stores it; it is replayed here from the first entry, and nothing else counts.

import { require } from "./refusals.js";
import { fromHex, same } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { keyCommitment, readEntry, signEntry, verifyEntry } from "./log-entry.js";
import {
  beginsEpoch, makeStep, missingApprovals, requireAllowed, signerOf,
} from "./operations.js";
import * as shapes from "./shapes.js";

// `entries` is a list of {data, signature, approvals}; `statements` maps a hash to a statement.
// Resolves with who is in which epoch (`epochs`), each epoch's commitment, what was granted where,
// where authors ended who have gone (`ends`), and whether the space is closed or wants a new key.
export async function replay(entries, sid, statements) {
  require(entries.length > 0, "log-empty");
  let state = await founded(entries[0], sid, statements);
  for (const entry of entries.slice(1)) {
    const step = await stepOf(state, entry, statements);
    const missing = missingApprovals(step, Object.keys(entry.approvals));
    require(missing.length === 0, "log-not-approved");
    state = await after(state, entry, step);
  }
  return state;
}

// Judges an entry that wants to follow; resolves with {step, missing, next}.
export async function judge(state, entry, statements) {
  const step = await stepOf(state, entry, statements);
  const missing = missingApprovals(step, Object.keys(entry.approvals));
  return { step, missing, next: await after(state, entry, step) };
}

// The signed entry that follows upon this state; `key` is there where an epoch begins.
export async function nextEntry(state, { key, ...change }, author) {
  const ep = state.epoch + (key ? 1 : 0);
  const kc = key ? await keyCommitment(state.sid, ep, key) : state.commitments[ep];
  const place = { n: state.log.n + 1, prev: state.log.head, ep, kc };
  return signEntry(state.sid, place, change, author);
}

export async function requireKey(state, key, epoch = state.epoch) {
  require(Object.hasOwn(state.commitments, epoch), "epoch-unknown");
  const known = fromHex(await keyCommitment(state.sid, epoch, key));
  require(same(known, fromHex(state.commitments[epoch])), "key-commitment-mismatch");
}

async function founded(entry, sid, statements) {
  const first = readEntry(entry.data);
  require(first.sid === sid, "wrong-space");
  require(first.n === 0 && first.prev === "", "chain-broken");
  require(first.op === "create", "log-malformed");
  require(first.ep === 1 && Object.keys(first.ends).length === 0, "log-malformed");
  require(shapes.sameKeys(first.grants, first.members), "log-malformed");
  const members = membersOf(first, statements);
  require(Object.hasOwn(members, first.by), "log-not-from-member");
  await verifyEntry(entry, members[first.by], members);
  const agreed = (user) => user === first.by || Object.hasOwn(entry.approvals, user);
  const head = await hexDigest(entry.data);
  return {
    sid,
    epoch: 1,
    members,
    epochs: { 1: members },
    commitments: { 1: first.kc },
    grantings: [grantingOf(first, members[first.by], members)],
    ends: {},
    author: first.by,
    heads: [head],
    log: { n: 0, head },
    accepted: Object.keys(members).every(agreed),
    approvedBy: Object.keys(entry.approvals),
    since: first.ts,
    closed: false,
    stale: false,
  };
}

async function stepOf(state, entry, statements) {
  const record = readEntry(entry.data);
  require(record.sid === state.sid, "wrong-space");
  require(record.n === state.log.n + 1 && record.prev === state.log.head, "chain-broken");
  const step = makeStep(state.members, membersOf(record, statements), record);
  require(record.op !== "create", "log-malformed");
  await requireAllowed(step, state);
  const sameKey = record.kc === state.commitments[state.epoch];
  require(beginsEpoch(record.op) !== sameKey, "log-malformed");
  await verifyEntry(entry, signerOf(step), state.members);
  return step;
}

async function after(state, { data }, step) {
  const { record, op } = step;
  const begins = record.ep !== state.epoch;
  const head = await hexDigest(data);
  const granting = grantingOf(record, signerOf(step), step.after);
  return {
    ...state,
    epoch: record.ep,
    members: step.after,
    // Who left in the middle of an epoch did write in it before.
    epochs: { ...state.epochs, ...(begins && { [record.ep]: step.after }) },
    commitments: { ...state.commitments, [record.ep]: record.kc },
    grantings: [...state.grantings, ...(step.granted.length > 0 ? [granting] : [])],
    ends: endsAfter(state.ends, step),
    heads: [...state.heads, head],
    log: { n: record.n, head },
    since: begins ? record.ts : state.since,
    closed: op === "close" || (state.closed && op !== "reopen"),
    stale: op === "leave" || (state.stale && !begins),
  };
}

function endsAfter(ends, { record, before, after: now, fresh }) {
  const back = fresh.map((user) => now[user].hash);
  const kept = Object.entries(ends).filter(([hash]) => !back.includes(hash));
  const ended = Object.entries(record.ends).map(([user, last]) => [before[user].hash, last]);
  return Object.fromEntries([...kept, ...ended]);
}

const grantingOf = ({ n, op, ep, prev, grants }, author, members) => ({
  n, op, epoch: ep, prev, author, members, grants,
});

function membersOf(record, statements) {
  const pairs = Object.entries(record.members).map(([user, hash]) => {
    const known = Object.hasOwn(statements, hash) && statements[hash].user === user;
    require(known, "log-member-unknown");
    return [user, statements[hash]];
  });
  return Object.fromEntries(pairs);
}
