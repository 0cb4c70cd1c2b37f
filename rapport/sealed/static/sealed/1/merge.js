// Two people, or two tabs, changed the same words: what only one of them changed is brought
// together; what both changed differently is a clash, and a person decides.

import { text } from "./encoding.js";
import { canonical } from "./canonical.js";

// Without `base` every difference is a clash. Returns {merged, clashes}: names of words.
export function merge(base, mine, saved) {
  const names = new Set([...Object.keys(mine), ...Object.keys(saved)]);
  const merged = {};
  const clashes = [];
  for (const name of names) {
    const untouched = base && alike(base[name], mine[name]);
    const unmoved = base && alike(base[name], saved[name]);
    merged[name] = untouched ? saved[name] : mine[name];
    if (!untouched && !unmoved && !alike(mine[name], saved[name])) clashes.push(name);
    if (merged[name] === undefined) delete merged[name];
  }
  return { merged, clashes };
}

const alike = (left, right) => spelled(left) === spelled(right);

const spelled = (value) => (value === undefined ? "" : text(canonical(value)));
