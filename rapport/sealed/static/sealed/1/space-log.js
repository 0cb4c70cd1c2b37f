// The log of a space: who is a member, by signatures of the members themselves.
// The server only stores it; it is replayed here from the first entry, and nothing else counts.

import { require } from "./refusals.js";
import { concat, fromHex, hex, now, same } from "./encoding.js";
import { canonical, digest, hexDigest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { hkdf, sign, verify } from "./primitives.js";
import * as shapes from "./shapes.js";

const CREATE = "create";
const FORESEEN = ["add", "remove", "rotate", "succeed", "close", "reopen"];
const ENTRY = {
  v: 1,
  sid: shapes.UUID,
  n: 0,
  prev: shapes.HASH_OR_NONE,
  op: shapes.WORD,
  ep: 1,
  members: Object,
  kc: shapes.HASH,
  grants: Object,
  by: shapes.IDENTIFIER,
  ts: shapes.TIME,
};

export async function keyCommitment(sid, epoch, key) {
  const info = concat(label("key-commit"), canonical({ sid, ep: epoch }));
  return hex(await hkdf(key, { salt: new Uint8Array(0), info, length: 32 }));
}

// `grants` is a list of {statement, sealed}; whoever gets a grant is a member.
export async function createEntry(sid, grants, key, author) {
  const hashes = await Promise.all(grants.map(({ sealed }) => hexDigest(sealed)));
  const data = canonical({
    v: 1,
    sid,
    n: 0,
    prev: "",
    op: CREATE,
    ep: 1,
    members: Object.fromEntries(grants.map(({ statement }) => [statement.user, statement.hash])),
    kc: await keyCommitment(sid, 1, key),
    grants: Object.fromEntries(grants.map(({ statement }, at) => [statement.user, hashes[at]])),
    by: author.user,
    ts: now(),
  });
  return { data, signature: await sign(author.edSeed, concat(label("space-log"), data)) };
}

export const approveEntry = async (data, identity) => sign(identity.edSeed, await approved(data));

// `entries` is a list of {data, signature, approvals}; `statements` maps a hash to a statement.
export async function replay(entries, sid, statements) {
  require(entries.length > 0, "log-empty");
  const [{ data, signature, approvals }] = entries;
  const first = readEntry(data);
  require(first.sid === sid, "wrong-space");
  require(first.n === 0 && first.prev === "", "chain-broken");
  require(first.op === CREATE && entries.length === 1, "log-operation-unknown");
  const members = membersOf(first, statements);
  require(Object.hasOwn(members, first.by), "log-not-from-member");
  await verify(members[first.by].ed, signature, concat(label("space-log"), data));
  await verifyApprovals(data, approvals, members);
  const agreed = (user) => user === first.by || Object.hasOwn(approvals, user);
  return {
    sid,
    epoch: first.ep,
    members,
    keyCommitment: first.kc,
    grants: first.grants,
    author: first.by,
    log: { n: 0, head: await hexDigest(data) },
    accepted: Object.keys(members).every(agreed),
    approvedBy: Object.keys(approvals),
  };
}

export function readEntry(data) {
  const record = parseCanonical(data);
  shapes.requireShape(record, ENTRY, "log-malformed");
  require(record.v === 1, "version-unknown");
  require(record.op === CREATE || FORESEEN.includes(record.op), "log-operation-unknown");
  shapes.requireMap(record.members, shapes.IDENTIFIER, shapes.HASH, "log-malformed");
  shapes.requireMap(record.grants, shapes.IDENTIFIER, shapes.HASH, "log-malformed");
  require(record.op !== CREATE || record.ep === 1, "log-malformed");
  require(shapes.sameKeys(record.grants, record.members), "log-malformed");
  return record;
}

export async function requireKey(state, key) {
  const known = fromHex(await keyCommitment(state.sid, state.epoch, key));
  require(same(known, fromHex(state.keyCommitment)), "key-commitment-mismatch");
}

function membersOf(record, statements) {
  const pairs = Object.entries(record.members).map(([user, hash]) => {
    const known = Object.hasOwn(statements, hash) && statements[hash].user === user;
    require(known, "log-member-unknown");
    return [user, statements[hash]];
  });
  return Object.fromEntries(pairs);
}

async function verifyApprovals(data, approvals, members) {
  for (const [user, signature] of Object.entries(approvals)) {
    require(Object.hasOwn(members, user), "log-not-from-member");
    await verify(members[user].ed, signature, await approved(data));
  }
}

const approved = async (data) => concat(label("space-approval"), await digest(data));
