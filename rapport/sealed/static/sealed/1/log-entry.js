// One entry of a space's log: its bytes, its signatures, and how they are made.
// Whether it may follow upon another is judged in space-log.js and operations.js.

import { require } from "./refusals.js";
import { concat, hex, now } from "./encoding.js";
import { canonical, digest, hexDigest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { hkdf, sign, verify } from "./primitives.js";
import { isOperation } from "./operations.js";
import * as shapes from "./shapes.js";

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
  ends: Object,
  by: shapes.IDENTIFIER,
  ts: shapes.TIME,
};

export async function keyCommitment(sid, epoch, key) {
  const info = concat(label("key-commit"), canonical({ sid, ep: epoch }));
  return hex(await hkdf(key, { salt: new Uint8Array(0), info, length: 32 }));
}

// `place` is {n, prev, ep, kc}; `change` is {op, members, grants?, ends?} with sealed grants.
export async function signEntry(sid, place, { op, members, grants = {}, ends = {} }, author) {
  const data = canonical({
    v: 1,
    sid,
    ...place,
    op,
    members: mapped(members, ({ hash }) => hash),
    grants: await hashes(grants),
    ends,
    by: author.user,
    ts: now(),
  });
  return { data, signature: await sign(author.edSeed, signed(data)) };
}

// Whoever gets a grant is a member: `members` and `grants` have the same keys.
export async function createEntry(sid, members, grants, key, author) {
  const place = { n: 0, prev: "", ep: 1, kc: await keyCommitment(sid, 1, key) };
  return signEntry(sid, place, { op: "create", members, grants }, author);
}

export const approveEntry = async (data, identity) => sign(identity.edSeed, await approved(data));

export function readEntry(data) {
  const record = parseCanonical(data);
  shapes.requireShape(record, ENTRY, "log-malformed");
  require(record.v === 1, "version-unknown");
  require(record.op === "create" || isOperation(record.op), "log-operation-unknown");
  shapes.requireMap(record.members, shapes.IDENTIFIER, shapes.HASH, "log-malformed");
  shapes.requireMap(record.grants, shapes.IDENTIFIER, shapes.HASH, "log-malformed");
  shapes.requireMap(record.ends, shapes.IDENTIFIER, 0, "log-malformed");
  return record;
}

// Signature and all approvals are those of these people.
export async function verifyEntry({ data, signature, approvals }, signer, members) {
  await verify(signer.ed, signature, signed(data));
  for (const [user, approval] of Object.entries(approvals)) {
    require(Object.hasOwn(members, user), "log-not-from-member");
    await verify(members[user].ed, approval, await approved(data));
  }
}

export const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

async function hashes(grants) {
  const pairs = Object.entries(grants).map(async ([user, sealed]) => [
    user,
    await hexDigest(sealed),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

const signed = (data) => concat(label("space-log"), data);
const approved = async (data) => concat(label("space-approval"), await digest(data));
