// What this browser has seen before, so that a server cannot show an older state as the newest.

import { require } from "./refusals.js";
import { keep, take } from "./store.js";

const EMPTY = { objects: {}, authors: {}, seen: "", witnessed: [] };
const MOST = 2000;

const nameOf = (user, sid) => `${user} ${sid}`;

export async function pinsOf(user, sid) {
  return { ...EMPTY, ...(await take("pins", nameOf(user, sid))) };
}

let line = Promise.resolve();

// One after the other: two records of one page must not overwrite each other's memory.
function inTurn(act) {
  const turn = line.then(act);
  line = turn.catch(() => null);
  return turn;
}

export const pin = (...seen) => inTurn(() => remember(...seen));

// Refuses an object older than seen before; then remembers the newest of each object and author.
async function remember(user, sid, header, hash, { past = false } = {}) {
  const pins = structuredClone(await pinsOf(user, sid));
  const known = pins.objects[header.oid];
  if (known && !past) {
    require(header.rev >= known.rev, "history-withheld");
    require(header.rev > known.rev || hash === known.hash, "chain-broken");
    require(header.rev !== known.rev + 1 || header.prv === known.hash, "chain-broken");
  }
  const hashes = Array.from(new Set([...(known?.hashes ?? []), hash]));
  const isNewest = !known || header.rev > known.rev;
  pins.objects[header.oid] = isNewest ? { rev: header.rev, hash, hashes } : { ...known, hashes };
  const author = pins.authors[header.by];
  if (!author || header.seq > author.seq) {
    pins.authors[header.by] = { seq: header.seq, hash };
    if (header.by !== user) pins.seen = hash;
  }
  await keep("pins", nameOf(user, sid), pins);
}

// Another's envelope that was found where she said it is.
export function witnessed(user, sid, hash) {
  return inTurn(async () => {
    const pins = await pinsOf(user, sid);
    const list = [...pins.witnessed, hash].slice(-MOST);
    await keep("pins", nameOf(user, sid), { ...pins, witnessed: list });
  });
}

export async function isKnown(user, sid, hash) {
  const pins = await pinsOf(user, sid);
  return (
    pins.witnessed.includes(hash) ||
    Object.values(pins.objects).some(({ hashes }) => hashes?.includes(hash))
  );
}

// All revisions of an object that were opened here.
export async function hashesOf(user, sid, oid) {
  return (await pinsOf(user, sid)).objects[oid]?.hashes ?? [];
}

// The own chain, as the server tells it, must not be shorter than this browser remembers it.
export async function requireOwnChain(user, sid, heads) {
  const own = (await pinsOf(user, sid)).authors[user];
  if (!own) return;
  require(heads.seq >= own.seq, "history-withheld");
  require(heads.seq > own.seq || heads.aph === own.hash, "chain-broken");
}
