// Public keys that must be refused before the browser sees them: any signature fits them.

import { require } from "./refusals.js";
import { hex } from "./encoding.js";

const WEAK_ED25519 = new Set([
  "00".repeat(32),
  "01" + "00".repeat(31),
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ec" + "ff".repeat(30) + "7f",
  "ed" + "ff".repeat(30) + "7f",
  "ee" + "ff".repeat(30) + "7f",
]);

export function requireSoundEd25519(key) {
  require(key.length === 32, "key-malformed");
  const unsigned = Uint8Array.from(key);
  unsigned[31] &= 0x7f;
  require(!WEAK_ED25519.has(hex(unsigned)), "key-weak");
}

export function requireSoundX25519(key) {
  require(key.length === 32, "key-malformed");
}
