// Which fields a record has, and what each may look like: tables and one check for all.

import { require } from "./refusals.js";

export const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const HASH = /^[0-9a-f]{64}$/;
export const HASH_OR_NONE = /^([0-9a-f]{64})?$/;
export const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
export const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
export const WORD = /^[a-z0-9][a-z0-9_./-]{0,63}$/;

export const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// A field is a pattern for a string, a number for the smallest whole number, or Object.
export function requireShape(record, shape, refusal) {
  require(isRecord(record), refusal);
  require(sameKeys(record, shape), refusal);
  for (const [field, expected] of Object.entries(shape)) {
    require(fits(record[field], expected), refusal);
  }
}

export function requireMap(record, key, value, refusal) {
  require(isRecord(record), refusal);
  for (const [left, right] of Object.entries(record)) {
    require(fits(left, key) && fits(right, value), refusal);
  }
}

export function sameKeys(left, right) {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key));
}

function fits(value, expected) {
  if (expected instanceof RegExp) return typeof value === "string" && expected.test(value);
  if (typeof expected === "number") return Number.isSafeInteger(value) && value >= expected;
  return isRecord(value);
}
