// ChaCha20-Poly1305 of RFC 8439, which browsers do not bring: only for the file that leaves us, since
// the format age knows no other cipher. What lies on the server is sealed with the browser's own.

import { concat } from "./encoding.js";

const SIGMA = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const PRIME = (1n << 130n) - 5n;
const LOW = (1n << 130n) - 1n;
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;
const WHOLE_BLOCK = 1n << 128n;
const BLOCK = 64;

// `nonce` has 12 bytes, `key` 32; the 16 bytes of the tag stand at the end.
export function chachaSeal(key, nonce, plain) {
  const sealed = stream(key, nonce, 1, plain);
  return concat(sealed, tagOf(stream(key, nonce, 0, new Uint8Array(32)), sealed));
}

function stream(key, nonce, counter, bytes) {
  const state = new Uint32Array([...SIGMA, ...words(key), counter, ...words(nonce)]);
  const out = new Uint8Array(bytes.length);
  const block = new Uint32Array(16);
  const view = new DataView(block.buffer);
  for (let at = 0; at < bytes.length; at += BLOCK) {
    scramble(state, block);
    // The numbers are little-endian in the stream, whatever they are in this machine.
    for (let place = 0; place < 16; place += 1) view.setUint32(place * 4, block[place], true);
    const end = Math.min(BLOCK, bytes.length - at);
    for (let place = 0; place < end; place += 1) {
      out[at + place] = bytes[at + place] ^ view.getUint8(place);
    }
    state[12] += 1;
  }
  return out;
}

function scramble(state, block) {
  block.set(state);
  for (let round = 0; round < 10; round += 1) {
    quarter(block, 0, 4, 8, 12);
    quarter(block, 1, 5, 9, 13);
    quarter(block, 2, 6, 10, 14);
    quarter(block, 3, 7, 11, 15);
    quarter(block, 0, 5, 10, 15);
    quarter(block, 1, 6, 11, 12);
    quarter(block, 2, 7, 8, 13);
    quarter(block, 3, 4, 9, 14);
  }
  for (let place = 0; place < 16; place += 1) block[place] += state[place];
}

function quarter(block, a, b, c, d) {
  block[a] += block[b];
  block[d] = turn(block[d] ^ block[a], 16);
  block[c] += block[d];
  block[b] = turn(block[b] ^ block[c], 12);
  block[a] += block[b];
  block[d] = turn(block[d] ^ block[a], 8);
  block[c] += block[d];
  block[b] = turn(block[b] ^ block[c], 7);
}

const turn = (word, by) => (word << by) | (word >>> (32 - by));

function words(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 4 }, (_, place) => view.getUint32(place * 4, true));
}

// Nothing stands beside the sealed bytes in age, so only their padding and both lengths follow.
function tagOf(once, sealed) {
  const keys = new DataView(once.buffer);
  const by = number(keys, 0) & CLAMP;
  const padded = new Uint8Array(Math.ceil(sealed.length / 16) * 16 + 16);
  padded.set(sealed);
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(sealed.length), true);
  let sum = 0n;
  for (let at = 0; at < padded.length; at += 16) {
    sum = (sum + number(view, at) + WHOLE_BLOCK) * by;
    sum = (sum & LOW) + (sum >> 130n) * 5n;
  }
  return sixteen((sum % PRIME) + number(keys, 16));
}

const number = (view, at) => view.getBigUint64(at, true) | (view.getBigUint64(at + 8, true) << 64n);

function sixteen(value) {
  const view = new DataView(new ArrayBuffer(16));
  view.setBigUint64(0, BigInt.asUintN(64, value), true);
  view.setBigUint64(8, BigInt.asUintN(64, value >> 64n), true);
  return new Uint8Array(view.buffer);
}
