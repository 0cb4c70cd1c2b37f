// What this browser has seen before, so that a server cannot show an older state as the newest.

import { require } from "./refusals.js";
import { keep, take } from "./store.js";

const EMPTY = { objects: {}, authors: {}, seen: "" };

const nameOf = (user, sid) => `${user} ${sid}`;

export async function pinsOf(user, sid) {
  return (await take("pins", nameOf(user, sid))) ?? EMPTY;
}

let line = Promise.resolve();

// One after the other: two records of one page must not overwrite each other's memory.
export function pin(...seen) {
  const turn = line.then(() => remember(...seen));
  line = turn.catch(() => null);
  return turn;
}

// Refuses an object older than seen before; then remembers the newest of each object and author.
async function remember(user, sid, header, hash, { past = false } = {}) {
  const pins = structuredClone(await pinsOf(user, sid));
  const known = pins.objects[header.oid];
  if (known && !past) {
    require(header.rev >= known.rev, "history-withheld");
    require(header.rev > known.rev || hash === known.hash, "chain-broken");
    require(header.rev !== known.rev + 1 || header.prv === known.hash, "chain-broken");
  }
  if (!known || header.rev > known.rev) pins.objects[header.oid] = { rev: header.rev, hash };
  const author = pins.authors[header.by];
  if (!author || header.seq > author.seq) {
    pins.authors[header.by] = { seq: header.seq, hash };
    if (header.by !== user) pins.seen = hash;
  }
  await keep("pins", nameOf(user, sid), pins);
}

// The own chain, as the server tells it, must not be shorter than this browser remembers it.
export async function requireOwnChain(user, sid, heads) {
  const own = (await pinsOf(user, sid)).authors[user];
  if (!own) return;
  require(heads.seq >= own.seq, "history-withheld");
  require(heads.seq > own.seq || heads.aph === own.hash, "chain-broken");
}
