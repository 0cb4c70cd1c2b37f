// In a supervised programme somebody reads along. A person is told who, and says that she knows,
// before her browser founds or joins such a space; nothing happens behind her back.

import { NotReady } from "./founding.js";
import { keep, take } from "./store.js";

const nameOf = (user, sid) => `known ${user} ${sid}`;

export async function requireKnown(sid, { members, log }, { user, keyring }) {
  const reading = members.filter(({ id, safeguards }) => safeguards && id !== user);
  const isReading = members.some(({ id, safeguards }) => safeguards && id === user);
  // Who reads along never makes the space: those whose pages they are do it first.
  const first = members.filter(({ safeguards }) => !safeguards).map(({ name }) => name);
  if (isReading && log.length === 0) throw new NotReady(first);
  if (reading.length === 0 || isReading || keyring.spaces[sid]) return;
  const known = (await take("pins", nameOf(user, sid))) ?? [];
  if (reading.every(({ id }) => known.includes(id))) return;
  const wait = new NotReady(reading.map(({ name }) => name), "supervised");
  wait.agree = () => keep("pins", nameOf(user, sid), reading.map(({ id }) => id));
  throw wait;
}
