// What this browser refused, kept in this browser alone: for the person, and for whoever helps her.

import { now } from "./encoding.js";
import { keep, take } from "./store.js";

const MOST = 100;
const shelfName = (user) => `${user} refused`;

let line = Promise.resolve();

export function noteRefusal(user, refusal, where = location.pathname) {
  line = line.then(async () => {
    const known = await refusalsOf(user);
    await keep("events", shelfName(user), [...known, { at: now(), refusal, where }].slice(-MOST));
  });
  return line.catch(() => null);
}

export const refusalsOf = async (user) => (await take("events", shelfName(user))) ?? [];
