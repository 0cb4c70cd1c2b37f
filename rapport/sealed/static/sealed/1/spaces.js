// The space keeper: founds a space once everybody has keys, opens the own grant, checks all by
// the signed log, keeps the key in the keyring, approves, and lets the server erase the grant.

import { require } from "./refusals.js";
import { fromHex, hex, random, text, utf8 } from "./encoding.js";
import { readStatement } from "./identity.js";
import { approveEntry, createEntry, replay, requireKey } from "./space-log.js";
import { openGrant, sealGrant } from "./grants.js";
import { secrets } from "./session.js";
import { storeKey } from "./rings.js";
import { ServerSaysNo, ask, erase, post } from "./server.js";
import { spaceUrl } from "./page.js";

const opened = new Map();

export class NotReady extends Error {
  constructor(waitingFor) {
    super("Somebody in this space has no keys yet.");
    this.name = "NotReady";
    this.waitingFor = waitingFor;
  }
}

// Resolves with {sid, state, keys, identity, statement, heads}; one request per page and space.
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

async function open(sid) {
  const mine = await secrets();
  let told = await readSpace(sid);
  if (told.log.length === 0) told = await found(sid, told, mine);
  const statements = await verified(told.statements);
  const state = await replay(told.log.map(asEntry), sid, statements);
  require(Object.hasOwn(state.members, mine.user), "log-not-from-member");
  const key = mine.keyring.spaces[sid]
    ? knownKey(mine.keyring.spaces[sid], state)
    : await takeGrant(sid, told, state, mine);
  await requireKey(state, key);
  await approve(sid, told.log[0], state, mine);
  const { identity, statement } = mine;
  return { sid, state, keys: { [state.epoch]: key }, identity, statement, heads: told.heads };
}

function knownKey(known, state) {
  require(known.log.n === state.log.n && known.log.head === state.log.head, "history-withheld");
  require(Object.hasOwn(known.epochs, state.epoch), "epoch-unknown");
  return fromHex(known.epochs[state.epoch]);
}

async function takeGrant(sid, told, state, mine) {
  require(typeof told.grant === "string", "grant-malformed");
  const key = await openGrant(fromHex(told.grant), state, mine.identity);
  await storeKey(sid, { epoch: state.epoch, key, log: state.log });
  await erase(spaceUrl(sid, "grant"));
  return key;
}

async function approve(sid, entry, state, { user, identity }) {
  if (state.author === user || state.approvedBy.includes(user)) return;
  const signature = await approveEntry(utf8(entry.entry), identity);
  await post(spaceUrl(sid, "approval"), { entry: state.log.head, signature: hex(signature) });
}

async function found(sid, told, { identity, statement, keyring }) {
  // Who has a key of this space has seen its log: an empty one hides it.
  require(!keyring.spaces[sid], "history-withheld");
  const statements = Object.values(await verified(told.statements));
  const missing = told.members.filter(({ id }) => !statements.some((one) => one.user === id));
  if (missing.length > 0) throw new NotReady(missing.map(({ name }) => name));
  require(statements.some((one) => one.hash === statement.hash), "statement-mismatch");
  const key = random(32);
  const seal = async (to) => ({
    statement: to,
    sealed: await sealGrant({ sid, ep: 1, prev: "" }, key, to, statement),
  });
  const grants = await Promise.all(statements.map(seal));
  const { data, signature } = await createEntry(sid, grants, key, identity);
  const sealed = grants.map((one) => [one.statement.user, hex(one.sealed)]);
  const body = { entry: text(data), signature: hex(signature), grants: Object.fromEntries(sealed) };
  await post(spaceUrl(sid, "log"), body).catch(unlessOvertaken);
  return readSpace(sid);
}

// The other member's browser may have founded the space in the same second: then hers counts.
function unlessOvertaken(error) {
  if (!(error instanceof ServerSaysNo && error.status === 409)) throw error;
}

async function verified(statements) {
  const read = ({ user, statement, signature }) =>
    readStatement(utf8(statement), fromHex(signature), user);
  const all = await Promise.all(statements.map(read));
  return Object.fromEntries(all.map((one) => [one.hash, one]));
}

const asEntry = ({ entry, signature, approvals }) => ({
  data: utf8(entry),
  signature: fromHex(signature),
  approvals: Object.fromEntries(Object.entries(approvals).map(([user, by]) => [user, fromHex(by)])),
});
