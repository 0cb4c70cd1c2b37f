// scrypt of RFC 7914 with r = 8 and p = 1, which browsers do not bring: what age makes a key with.

const ROW = 256;
const HALF = 16;
const PAUSE_EVERY = 4096;

// `cost` is the binary logarithm of N; it takes 2 to the power of (cost + 10) bytes of memory.
export async function scrypt(secret, salt, cost) {
  const rows = 2 ** cost;
  const block = littleEndian(await pbkdf2(secret, salt, ROW * 4));
  const memory = new Uint32Array(rows * ROW);
  const spare = new Uint32Array(ROW);
  for (let row = 0; row < rows; row += 1) {
    memory.set(block, row * ROW);
    mix(block, spare);
    if (row % PAUSE_EVERY === 0) await pause();
  }
  for (let row = 0; row < rows; row += 1) {
    const other = (block[ROW - HALF] & (rows - 1)) * ROW;
    for (let at = 0; at < ROW; at += 1) block[at] ^= memory[other + at];
    mix(block, spare);
    if (row % PAUSE_EVERY === 0) await pause();
  }
  return pbkdf2(secret, bytesOf(block), 32);
}

// So that the page answers meanwhile.
const pause = () => new Promise((go) => setTimeout(go, 0));

async function pbkdf2(secret, salt, length) {
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: 1 };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

// BlockMix: each sixteen words are mixed into the last ones; even results first, odd ones after.
function mix(block, spare) {
  const last = block.slice(ROW - HALF);
  for (let part = 0; part < HALF; part += 1) {
    for (let at = 0; at < HALF; at += 1) last[at] ^= block[part * HALF + at];
    salsa(last);
    spare.set(last, ((part >> 1) + (part & 1) * 8) * HALF);
  }
  block.set(spare);
}

function salsa(words) {
  const x = Uint32Array.from(words);
  for (let round = 0; round < 4; round += 1) {
    quarter(x, 0, 4, 8, 12);
    quarter(x, 5, 9, 13, 1);
    quarter(x, 10, 14, 2, 6);
    quarter(x, 15, 3, 7, 11);
    quarter(x, 0, 1, 2, 3);
    quarter(x, 5, 6, 7, 4);
    quarter(x, 10, 11, 8, 9);
    quarter(x, 15, 12, 13, 14);
  }
  for (let at = 0; at < HALF; at += 1) words[at] += x[at];
}

function quarter(x, a, b, c, d) {
  x[b] ^= turn(x[a] + x[d], 7);
  x[c] ^= turn(x[b] + x[a], 9);
  x[d] ^= turn(x[c] + x[b], 13);
  x[a] ^= turn(x[d] + x[c], 18);
}

const turn = (sum, by) => (sum << by) | ((sum >>> 0) >>> (32 - by));

function littleEndian(bytes) {
  const view = new DataView(bytes.buffer);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4, true));
}

function bytesOf(words) {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, at) => view.setUint32(at * 4, word, true));
  return new Uint8Array(view.buffer);
}
