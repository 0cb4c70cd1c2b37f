// The envelope: one revision of one object, sealed for the members of one space.

import { require } from "./refusals.js";
import { concat, random, same, u16, utf8 } from "./encoding.js";
import { canonical, digest, hexDigest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { openBox, sealBox } from "./box.js";
import { pad, unpad } from "./padding.js";
import { sign, verify } from "./primitives.js";
import * as shapes from "./shapes.js";

const MAGIC = utf8("SSP1");
const SUITE = 1;
const START = 7;
const LARGEST = 1024 * 1024;
const CLASSES = ["entry", "tomb"];
const SIGNATURE = 64;

const HEADER = {
  v: 1,
  sid: shapes.UUID,
  ep: 1,
  cls: shapes.WORD,
  oid: shapes.UUID,
  rev: 1,
  prv: shapes.HASH_OR_NONE,
  by: shapes.IDENTIFIER,
  kid: shapes.HASH,
  seq: 1,
  aph: shapes.HASH_OR_NONE,
  seen: shapes.HASH_OR_NONE,
};
const BODY = { t: shapes.WORD, schema: shapes.WORD, written_at: shapes.TIME, words: Object };

export function makeBody(schema, words, writtenAt) {
  return canonical({ t: schema.split("/")[0], schema, written_at: writtenAt, words });
}

export async function sealEnvelope(header, body, key, edSeed) {
  const bytes = canonical({ v: 1, cls: "entry", ...header });
  const salt = random(32);
  const signature = await sign(edSeed, signed(bytes, salt, body));
  const plain = pad(concat(signature, body));
  const sealed = await sealBox(key, { salt, info: await infoOf(bytes), bound: bytes, plain });
  const frame = concat(MAGIC, Uint8Array.of(SUITE), u16(bytes.length), bytes);
  const envelope = concat(frame, salt, sealed);
  require(envelope.length <= LARGEST, "too-large");
  return envelope;
}

export async function takeApart(envelope) {
  require(same(envelope.subarray(0, 4), MAGIC), "not-an-envelope");
  require(envelope[4] === SUITE, "suite-unknown");
  require(envelope.length <= LARGEST, "too-large");
  const end = START + envelope[5] * 256 + envelope[6];
  require(envelope.length >= end + 80, "truncated");
  const bytes = envelope.subarray(START, end);
  const salt = envelope.subarray(end, end + 32);
  const sealed = envelope.subarray(end + 32);
  return { header: readHeader(bytes), bytes, salt, sealed, hash: await hexDigest(envelope) };
}

// `wanted` is {sid, oid, cls?, rev?}; `keys` maps an epoch; `circle` is the replayed log's state.
export async function openEnvelope(envelope, how) {
  const { header, body, hash } = await unseal(envelope, how);
  return { header, body: readBody(body), hash };
}

// The same, with the inner signature and the body's bytes, both checked.
export async function unseal(envelope, { wanted, keys, circle }) {
  const { header, bytes, salt, sealed, hash } = await takeApart(envelope);
  requireWanted(header, wanted);
  const author = authorOf(header, circle);
  require(Object.hasOwn(keys, header.ep), "epoch-unknown");
  const info = await infoOf(bytes);
  const padded = await openBox(keys[header.ep], { salt, info, bound: bytes, sealed });
  const content = unpad(padded);
  require(content.length >= SIGNATURE, "body-malformed");
  const body = content.subarray(SIGNATURE);
  const signature = content.subarray(0, SIGNATURE);
  await verify(author.ed, signature, signed(bytes, salt, body));
  return { header, signature, body, hash };
}

export function readBody(bytes) {
  const body = parseCanonical(bytes);
  shapes.requireShape(body, BODY, "body-malformed");
  require(body.schema.split("/")[0] === body.t, "body-malformed");
  return body;
}

function readHeader(bytes) {
  const header = parseCanonical(bytes);
  shapes.requireShape(header, HEADER, "header-malformed");
  require(header.v === 1, "version-unknown");
  require(CLASSES.includes(header.cls), "header-malformed");
  require((header.rev === 1) === (header.prv === ""), "header-malformed");
  require((header.seq === 1) === (header.aph === ""), "header-malformed");
  return header;
}

function requireWanted(header, { sid, oid, cls = "entry", rev }) {
  require(header.sid === sid, "wrong-space");
  require(header.oid === oid, "wrong-object");
  require(header.cls === cls, "wrong-class");
  require(rev === undefined || header.rev === rev, "wrong-revision");
}

// Who had left, or had other keys, wrote nothing after that.
function authorOf({ ep, by, kid, seq }, { epochs, ends }) {
  require(Object.hasOwn(epochs, ep), "epoch-unknown");
  require(Object.hasOwn(epochs[ep], by), "author-not-member");
  require(epochs[ep][by].hash === kid, "author-key-mismatch");
  require(!Object.hasOwn(ends, kid) || seq <= ends[kid], "author-not-member");
  return epochs[ep][by];
}

const infoOf = async (bytes) => concat(label("content"), await digest(bytes));
const signed = (bytes, salt, body) => concat(label("sig"), u16(bytes.length), bytes, salt, body);
