// Unlock phrases: six words drawn from a list, and what is typed brought to one form.

import { require } from "./refusals.js";
import { random, utf8 } from "./encoding.js";

const SHORTEST = 16;
const WORDS_IN_A_PHRASE = 6;

export function makePhrase(words) {
  return Array.from({ length: WORDS_IN_A_PHRASE }, () => words[below(words.length)]).join(" ");
}

export function normalPhrase(typed) {
  const spaced = typed.normalize("NFKC").replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
  const phrase = spaced.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  require(Array.from(phrase).length >= SHORTEST, "phrase-too-short");
  return utf8(phrase);
}

// Draws above the largest multiple are thrown away; a plain remainder favours the first words.
function below(bound) {
  const highest = 65536 - (65536 % bound);
  for (;;) {
    const [high, low] = random(2);
    const drawn = high * 256 + low;
    if (drawn < highest) return drawn % bound;
  }
}
