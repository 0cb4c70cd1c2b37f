// A file in the format age, version 1, that a phrase opens: `age --decrypt` and other programs read it.

import { base64, concat, random, utf8 } from "./encoding.js";
import { chachaSeal } from "./chacha.js";
import { hkdf, hmac } from "./primitives.js";
import { scrypt } from "./scrypt.js";

// Six drawn words carry the strength; a phone should not wait longer for it than a second or two.
const COST = 15;
const CHUNK = 65_536;
const NOTHING = new Uint8Array(0);
const ZERO = new Uint8Array(12);

export async function ageSeal(plain, phrase) {
  const [fileKey, salt, nonce] = [random(16), random(16), random(16)];
  const bound = concat(utf8("age-encryption.org/v1/scrypt"), salt);
  const wrapping = await scrypt(utf8(phrase), bound, COST);
  const wrapped = letters(chachaSeal(wrapping, ZERO, fileKey));
  const head = `age-encryption.org/v1\n-> scrypt ${letters(salt)} ${COST}\n${wrapped}\n---`;
  const headKey = await hkdf(fileKey, { salt: NOTHING, info: utf8("header"), length: 32 });
  const proof = letters(await hmac(headKey, utf8(head)));
  const key = await hkdf(fileKey, { salt: nonce, info: utf8("payload"), length: 32 });
  return concat(utf8(`${head} ${proof}\n`), nonce, ...chunks(key, plain));
}

// Each chunk has its number and whether it is the last, so that none can be left out or moved.
function* chunks(key, plain) {
  const count = Math.max(1, Math.ceil(plain.length / CHUNK));
  for (let at = 0; at < count; at += 1) {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setUint32(7, at);
    nonce[11] = at === count - 1 ? 1 : 0;
    yield chachaSeal(key, nonce, plain.subarray(at * CHUNK, (at + 1) * CHUNK));
  }
}

const letters = (bytes) => base64(bytes).replace(/=+$/, "");
