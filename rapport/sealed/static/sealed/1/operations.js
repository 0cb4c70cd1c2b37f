// What may happen to a space after it was founded: one row an operation, and one check for all.
// No row may let somebody in, or give her the past, without all who are there already.

import { require } from "./refusals.js";
import { isProven } from "./identity.js";

const nobody = () => [];
const users = (circle) => Object.keys(circle);
const isSame = (left, right) =>
  left.length === right.length && left.every((user) => right.includes(user));

const nothing = ({ left, fresh }) => left.length === 0 && fresh.length === 0;
const joins = ({ left, fresh }) => left.length === 0 && fresh.length > 0;
const goes = ({ left, fresh, author, after }) =>
  left.length > 0 && fresh.length === 0 && Object.hasOwn(after, author);
const goesHerself = ({ left, fresh, author, after }) =>
  isSame(left, [author]) && fresh.length === 0 && users(after).length > 0;
const hasNewKeys = ({ left, fresh }) => left.length === 1 && isSame(left, fresh);
const getsThePast = (step) =>
  nothing(step) &&
  step.granted.length > 0 &&
  step.granted.every((user) => Object.hasOwn(step.after, user) && user !== step.author);

// Nobody writes in closed pages, but their keys go on changing hands: otherwise nobody whose keys
// changed meanwhile could read them, or agree to open them again.
const ALWAYS = [false, true];

const OPERATIONS = {
  add: { epoch: 1, changes: joins, approvers: ({ before }) => users(before) },
  remove: { epoch: 1, changes: goes, approvers: ({ after }) => users(after) },
  leave: { epoch: 0, changes: goesHerself, approvers: nobody, whileStale: true },
  rotate: { epoch: 1, changes: nothing, approvers: nobody, whileStale: true, closed: ALWAYS },
  succeed: { epoch: 1, changes: hasNewKeys, approvers: nobody, closed: ALWAYS },
  share: {
    epoch: 0,
    changes: getsThePast,
    approvers: ({ after, granted }) => users(after).filter((user) => !granted.includes(user)),
    closed: ALWAYS,
  },
  close: { epoch: 0, changes: nothing, approvers: nobody, whileStale: true },
  reopen: { epoch: 0, changes: nothing, approvers: ({ after }) => users(after), closed: [true] },
};

export const isOperation = (op) => Object.hasOwn(OPERATIONS, op);
export const beginsEpoch = (op) => OPERATIONS[op].epoch === 1;

// The circle before and after an entry, and the record that says so.
export function makeStep(before, after, record) {
  const differs = (from, to) => users(from).filter((user) => to[user]?.hash !== from[user].hash);
  const granted = users(record.grants);
  const [left, fresh] = [differs(before, after), differs(after, before)];
  return { before, after, record, op: record.op, author: record.by, left, fresh, granted };
}

// `stale` means that somebody left and nobody made a new key since.
export async function requireAllowed(step, { epoch, closed, stale }) {
  require(isOperation(step.op), "log-operation-unknown");
  const row = OPERATIONS[step.op];
  require((row.closed ?? [false]).includes(closed), "space-closed");
  require(row.whileStale || !stale, "rotation-missing");
  require(row.changes(step), "log-malformed");
  require(step.record.ep === epoch + row.epoch, "log-malformed");
  require(isSame(step.granted, expectedGrants(step, row)), "log-malformed");
  require(isSame(users(step.record.ends), step.left), "log-malformed");
  if (step.op === "succeed") await requireSuccession(step);
}

// Whose key signs the entry: the author's, and after a succession her new one.
export function signerOf({ op, author, before, after }) {
  const known = op === "succeed" ? after : before;
  require(Object.hasOwn(before, author) && Object.hasOwn(known, author), "log-not-from-member");
  return known[author];
}

export function missingApprovals(step, approvedBy) {
  const needed = OPERATIONS[step.op].approvers(step);
  return needed.filter((user) => user !== step.author && !approvedBy.includes(user));
}

function expectedGrants({ op, granted, after }, row) {
  if (op === "share") return granted;
  return row.epoch ? users(after) : [];
}

async function requireSuccession({ fresh: [user], author, before, after }) {
  const [old, next] = [before[user], after[user]];
  require(next.previous === old.hash, "succession-unproven");
  require(next.gen === old.gen + 1, "succession-unproven");
  require(author !== user || (await isProven(next, old)), "succession-unproven");
}
