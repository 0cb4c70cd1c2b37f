// Sizes that tell little: 256 bytes, powers of two up to 64 KiB, then multiples of 64 KiB.

import { require } from "./refusals.js";

const SMALLEST = 256;
const STEP = 65536;
const MARK = 0x80;

export function paddedSize(length) {
  const needed = length + 1;
  if (needed > STEP) return Math.ceil(needed / STEP) * STEP;
  let size = SMALLEST;
  while (size < needed) size *= 2;
  return size;
}

export function pad(content) {
  const padded = new Uint8Array(paddedSize(content.length));
  padded.set(content);
  padded[content.length] = MARK;
  return padded;
}

export function unpad(padded) {
  const mark = padded.findLastIndex((byte) => byte !== 0);
  require(mark >= 0 && padded[mark] === MARK, "padding-malformed");
  require(paddedSize(mark) === padded.length, "padding-malformed");
  return padded.subarray(0, mark);
}
