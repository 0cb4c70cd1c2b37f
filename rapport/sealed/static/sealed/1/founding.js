// Founding a space: the first member's browser that finds everybody's keys makes key and first entry.

import { require } from "./refusals.js";
import { random } from "./encoding.js";
import { createEntry } from "./log-entry.js";
import { sealGrant } from "./grants.js";
import { sendEntry } from "./entries.js";

export class NotReady extends Error {
  constructor(waitingFor, reason = "waiting") {
    super("Somebody else has to do something first.");
    this.name = "NotReady";
    this.waitingFor = waitingFor;
    this.reason = reason;
  }
}

export async function found(sid, told, statements, { identity, statement, keyring }) {
  // Who has a key of this space has seen its log: an empty one hides it.
  require(!keyring.spaces[sid], "history-withheld");
  const members = newest(told.members, Object.values(statements));
  const missing = told.members.filter(({ id }) => !members[id]);
  if (missing.length > 0) throw new NotReady(missing.map(({ name }) => name));
  require(members[identity.user]?.hash === statement.hash, "statement-mismatch");
  const key = random(32);
  const grants = {};
  for (const [user, to] of Object.entries(members)) {
    grants[user] = await sealGrant({ sid, ep: 1, prev: "" }, key, to, statement);
  }
  const entry = await createEntry(sid, members, grants, key, identity);
  await sendEntry(sid, { ...entry, grants });
}

// Everybody's newest statement.
function newest(people, statements) {
  const ours = new Set(people.map(({ id }) => id));
  const members = {};
  for (const one of statements) {
    if (ours.has(one.user) && !(members[one.user]?.gen > one.gen)) members[one.user] = one;
  }
  return members;
}
