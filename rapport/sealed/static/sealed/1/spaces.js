// The space keeper: checks a space by its signed log, opens the own grants, keeps the keys in the
// keyring, approves, makes a new key after somebody left, and lets the server erase the grants.

import { require } from "./refusals.js";
import { fromHex, hex, utf8 } from "./encoding.js";
import { isProven, readStatement } from "./identity.js";
import { standingOf } from "./keyring.js";
import { approveEntry } from "./log-entry.js";
import { replay, requireKey } from "./space-log.js";
import { openGrant } from "./grants.js";
import { beginEpoch } from "./changes.js";
import { NotReady, found } from "./founding.js";
import { requireKnown } from "./consent.js";
import { sendEntry } from "./entries.js";
import { secrets } from "./session.js";
import { storeKeys } from "./rings.js";
import { ask, erase, post } from "./server.js";
import { spaceUrl } from "./page.js";

const opened = new Map();
const A_YEAR = 365 * 24 * 60 * 60 * 1000;
const MANY = 10_000;

// Resolves with {sid, state, keys, identity, statement, heads, standing, told, statements};
// one request per page and space.
export function openSpace(sid) {
  if (!opened.has(sid)) {
    const opening = open(sid);
    opening.catch(() => opened.delete(sid));
    opened.set(sid, opening);
  }
  return opened.get(sid);
}

export const forgetSpaces = () => opened.clear();

export const readSpace = (sid) => ask(spaceUrl(sid, "state"));

async function open(sid, { renewed = false } = {}) {
  const mine = await secrets();
  let told = await readSpace(sid);
  await requireKnown(sid, told, mine);
  if (told.log.length === 0) {
    await found(sid, told, await verified(told.statements), mine);
    told = await readSpace(sid);
  }
  const statements = await verified(told.statements);
  const state = await replay(told.log.map(asEntry), sid, statements);
  requireSamePast(mine.keyring.spaces[sid], state);
  require(Object.hasOwn(state.members, mine.user), "log-not-from-member");
  if (isSucceeded(state, mine)) return succeed(sid, told, state, mine);
  const keys = await gatherKeys(sid, told, state, mine);
  await requireKey(state, keys[state.epoch] ?? new Uint8Array(32));
  await approve(sid, told.log[0], state, mine);
  if (!renewed && (state.stale || isWorn(state, told))) return renew(sid, state, mine);
  const standing = await standings(state, statements, mine);
  const { identity, statement } = mine;
  return { sid, state, keys, identity, statement, heads: told.heads, standing, told, statements };
}

// What this person has seen before must still stand where it stood.
function requireSamePast(known, state) {
  if (known) require(state.heads[known.log.n] === known.log.head, "history-withheld");
}

async function gatherKeys(sid, told, state, { keyring, identity, statement }) {
  const known = keyring.spaces[sid];
  const keys = Object.fromEntries(
    Object.entries(known?.epochs ?? {}).map(([epoch, key]) => [epoch, fromHex(key)]),
  );
  for (const { n, sealed } of told.grants) {
    const granting = state.grantings.find((one) => one.n === n);
    const toOldKeys = granting && granting.members[identity.user]?.hash !== statement.hash;
    if (!toOldKeys) Object.assign(keys, await openGrant(fromHex(sealed), state, identity, n));
  }
  if (!known) require(told.grants.length > 0, "grant-malformed");
  if (told.grants.length > 0 || known.log.n < state.log.n) {
    await storeKeys(sid, { keys, log: state.log });
  }
  if (told.grants.length > 0) await erase(spaceUrl(sid, `grant?upto=${state.log.n}`));
  return keys;
}

async function approve(sid, first, state, { user, identity }) {
  if (state.author === user || state.approvedBy.includes(user)) return;
  if (!state.epochs[1][user] || state.epochs[1][user].hash !== state.members[user].hash) return;
  const signature = await approveEntry(utf8(first.entry), identity);
  await post(spaceUrl(sid, "approval"), { entry: state.heads[0], signature: hex(signature) });
}

// How many were sealed under a key only the server can say: if it lies, a key lasts a year at most.
const isWorn = ({ since, closed }, { written }) =>
  !closed && (Date.now() - Date.parse(since) > A_YEAR || written >= MANY);

// Somebody left, or the key is worn: from here on there is one that only members know. One entry,
// however much was written before; cut off halfway, it is made by whoever opens the space next.
async function renew(sid, state, mine) {
  await sendEntry(sid, await beginEpoch(state, "rotate", state.members, mine));
  return open(sid, { renewed: true });
}

const isSucceeded = ({ members }, { user, statement }) => members[user].hash !== statement.hash;

// My own keys are newer than the log knows. If the old ones vouch for them, I may say so myself.
async function succeed(sid, told, state, mine) {
  const old = state.members[mine.user];
  if (!(await isProven(mine.statement, old))) throw new NotReady(others(told, mine), "keys-new");
  const members = { ...state.members, [mine.user]: mine.statement };
  const ends = { [mine.user]: told.heads.seq };
  await sendEntry(sid, await beginEpoch(state, "succeed", members, mine, ends));
  return open(sid);
}

const others = ({ members }, { user }) =>
  members.filter(({ id }) => id !== user).map(({ name }) => name);

// With whom this person has compared numbers: {user: "unchecked" | "checked" | "changed"}.
async function standings(state, statements, { user, keyring }) {
  const pairs = Object.keys(state.members).filter((other) => other !== user).map(async (other) => [
    other,
    await standingOf(keyring, lineageOf(state.members[other], statements)),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

export function lineageOf(newest, statements) {
  const line = [newest];
  while (Object.hasOwn(statements, line[0].previous)) line.unshift(statements[line[0].previous]);
  return line;
}

async function verified(statements) {
  const read = ({ user, statement, signature, succession }) =>
    readStatement(utf8(statement), fromHex(signature), user, succession && fromHex(succession));
  const all = await Promise.all(statements.map(read));
  return Object.fromEntries(all.map((one) => [one.hash, one]));
}

export const asEntry = ({ entry, signature, approvals }) => ({
  data: utf8(entry),
  signature: fromHex(signature),
  approvals: Object.fromEntries(Object.entries(approvals).map(([user, by]) => [user, fromHex(by)])),
});
