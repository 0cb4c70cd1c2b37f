// The one form of JSON that may be signed, hashed or bound to a key.

import { require, Refused } from "./refusals.js";
import { hex, same, text, utf8 } from "./encoding.js";

const DEEPEST = 16;
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

export const canonical = (value) => utf8(build(value, 0));

export function parseCanonical(bytes) {
  let value;
  try {
    value = JSON.parse(text(bytes));
  } catch {
    throw new Refused("not-canonical");
  }
  require(same(canonical(value), bytes), "not-canonical");
  return value;
}

export async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

export const hexDigest = async (bytes) => hex(await digest(bytes));

function build(value, depth) {
  require(depth <= DEEPEST, "not-canonical");
  if (Array.isArray(value)) return `[${value.map((part) => build(part, depth + 1)).join(",")}]`;
  if (typeof value === "object" && value !== null) return buildObject(value, depth);
  return buildLeaf(value);
}

function buildObject(record, depth) {
  const keys = Object.keys(record).sort();
  require(keys.every((key) => KEY.test(key)), "not-canonical");
  const pairs = keys.map((key) => `${JSON.stringify(key)}:${build(record[key], depth + 1)}`);
  return `{${pairs.join(",")}}`;
}

function buildLeaf(value) {
  if (typeof value === "string") require(!LONE_SURROGATE.test(value), "not-canonical");
  else require(typeof value === "boolean" || Number.isSafeInteger(value), "not-canonical");
  return Object.is(value, -0) ? "0" : JSON.stringify(value);
}
