// The recovery code: 130 random bits as 26 base-32 characters and one check character.

import { require } from "./refusals.js";
import { random, utf8 } from "./encoding.js";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKS = `${ALPHABET}*~$=U`;
const LENGTH = 26;
const MISREAD = { O: "0", I: "1", L: "1", " ": "", "-": "" };

export function makeCode() {
  const code = Array.from(random(LENGTH), (byte) => ALPHABET[byte & 31]).join("");
  return grouped(code + checkCharacter(code));
}

export const grouped = (code) => code.match(/.{1,4}/g).join("-");

export function checkCharacter(code) {
  let value = 0;
  for (const letter of code) value = (value * 32 + ALPHABET.indexOf(letter)) % 37;
  return CHECKS[value];
}

// Small letters, look-alikes, hyphens and spaces are forgiven: nobody can tell them on paper.
export function plainCode(typed) {
  const large = typed.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return large.replace(/[OIL -]/g, (letter) => MISREAD[letter]);
}

export function normalCode(typed) {
  const code = plainCode(typed);
  const letters = code.slice(0, LENGTH);
  const check = code.slice(LENGTH);
  require(check.length === 1 && CHECKS.includes(check), "code-malformed");
  require(Array.from(letters).every((letter) => ALPHABET.includes(letter)), "code-malformed");
  require(checkCharacter(letters) === check, "code-check-failed");
  return utf8(letters);
}
