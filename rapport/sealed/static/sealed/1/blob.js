// Attachments: sealed in chunks, so that a cut, a swap or a repetition is noticed at its place.

import { require } from "./refusals.js";
import { concat, same, u16, utf8 } from "./encoding.js";
import { canonical, digest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { pad, unpad } from "./padding.js";
import { aesOpen, aesSeal, hkdf } from "./primitives.js";
import * as shapes from "./shapes.js";

const MAGIC = utf8("SSPB");
const START = 7;
const SALT = 32;
const TAG = 16;
const CHUNK = 256 * 1024;
const LARGEST = 26 * 1024 * 1024;
const HEADER = {
  v: 1,
  sid: shapes.UUID,
  oid: shapes.UUID,
  cls: shapes.WORD,
  by: shapes.IDENTIFIER,
};

export async function sealBlob({ sid, oid, by }, content, key, salt) {
  const head = canonical({ v: 1, sid, oid, by, cls: "blob" });
  const chunkKey = await chunkKeyOf(key, salt, head);
  const sealed = [];
  for (const [nonce, chunk] of numbered(pad(content), CHUNK)) {
    sealed.push(await aesSeal(chunkKey, nonce, chunk, head));
  }
  const frame = concat(MAGIC, Uint8Array.of(1), u16(head.length), head, salt);
  const blob = concat(frame, ...sealed);
  require(blob.length <= LARGEST, "too-large");
  return blob;
}

export async function openBlob(blob, { sid, oid, key }) {
  require(same(blob.subarray(0, 4), MAGIC), "not-a-blob");
  require(blob[4] === 1, "suite-unknown");
  require(blob.length <= LARGEST, "too-large");
  const end = START + blob[5] * 256 + blob[6];
  require(blob.length >= end + SALT + TAG, "truncated");
  const head = blob.subarray(START, end);
  requireHeader(parseCanonical(head), sid, oid);
  const chunkKey = await chunkKeyOf(key, blob.subarray(end, end + SALT), head);
  const parts = [];
  for (const [nonce, chunk] of numbered(blob.subarray(end + SALT), CHUNK + TAG)) {
    parts.push(await aesOpen(chunkKey, nonce, chunk, head));
  }
  return unpad(concat(...parts));
}

function requireHeader(header, sid, oid) {
  shapes.requireShape(header, HEADER, "header-malformed");
  require(header.v === 1, "version-unknown");
  require(header.cls === "blob", "wrong-class");
  require(header.sid === sid, "wrong-space");
  require(header.oid === oid, "wrong-object");
}

async function chunkKeyOf(key, salt, head) {
  const info = concat(label("blob"), await digest(head));
  return hkdf(key, { salt, info, length: 32 });
}

// Each chunk with its nonce: its number, and whether it is the last one.
function numbered(data, size) {
  const count = Math.max(1, Math.ceil(data.length / size));
  return Array.from({ length: count }, (_, number) => {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setUint32(7, number);
    nonce[11] = number === count - 1 ? 1 : 0;
    return [nonce, data.subarray(number * size, (number + 1) * size)];
  });
}
