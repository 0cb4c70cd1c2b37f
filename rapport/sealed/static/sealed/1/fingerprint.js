// The number that two people compare when they meet: thirty digits a person, in six groups.

import { concat, utf8 } from "./encoding.js";
import { label } from "./labels.js";

const ROUNDS = 5200;
const GROUPS = 6;

const sha512 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-512", bytes));

export async function fingerprint(statement) {
  const keys = concat(statement.ed, statement.x);
  let state = await sha512(concat(label("fp"), utf8(statement.user), keys));
  for (let round = 0; round < ROUNDS; round += 1) state = await sha512(concat(state, keys));
  const group = (_, at) => digits(state.subarray(at * 5, at * 5 + 5));
  return Array.from({ length: GROUPS }, group).join(" ");
}

function digits(five) {
  const number = five.reduce((value, byte) => value * 256 + byte, 0);
  return String(number % 100_000).padStart(5, "0");
}
