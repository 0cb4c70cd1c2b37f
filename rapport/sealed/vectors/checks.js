// What each kind of vector asks of the browser's implementation; the twin of checks.py.

import { readAgreement, verifyAgreement } from "../static/sealed/1/agreement.js";
import { openBlob, sealBlob } from "../static/sealed/1/blob.js";
import { unwrap } from "../static/sealed/1/box.js";
import { canonical, hexDigest, parseCanonical } from "../static/sealed/1/canonical.js";
import { concat, fromHex, hex, text, utf8 } from "../static/sealed/1/encoding.js";
import { openEnvelope } from "../static/sealed/1/envelope.js";
import { readEvidence } from "../static/sealed/1/evidence.js";
import { fingerprint } from "../static/sealed/1/fingerprint.js";
import { openGrant } from "../static/sealed/1/grants.js";
import { hpkeOpen } from "../static/sealed/1/hpke.js";
import { readStatement, unwrapIdentity } from "../static/sealed/1/identity.js";
import { standingOf, unwrapKeyring } from "../static/sealed/1/keyring.js";
import { unpad } from "../static/sealed/1/padding.js";
import { normalPhrase } from "../static/sealed/1/phrase.js";
import * as primitives from "../static/sealed/1/primitives.js";
import { normalCode } from "../static/sealed/1/recovery-code.js";
import { Refused } from "../static/sealed/1/refusals.js";
import { openSlot } from "../static/sealed/1/slots.js";
import { replay } from "../static/sealed/1/space-log.js";

const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const statementOf = ({ statement, signature, user, succession }) =>
  readStatement(utf8(statement), fromHex(signature), user, succession && fromHex(succession));

async function stateOf({ statements, log, sid }) {
  const known = await Promise.all(statements.map(statementOf));
  const entries = log.map(({ entry, signature, approvals }) => ({
    data: utf8(entry),
    signature: fromHex(signature),
    approvals: mapped(approvals, fromHex),
  }));
  return replay(entries, sid, Object.fromEntries(known.map((one) => [one.hash, one])));
}

function spoiled(blob, { chunks, flip, cut = 0 }) {
  let bytes = Uint8Array.from(blob);
  if (chunks) {
    const [start, size] = [7 + blob[5] * 256 + blob[6] + 32, 256 * 1024 + 16];
    const part = (at) => blob.subarray(start + at * size, start + (at + 1) * size);
    bytes = concat(blob.subarray(0, start), ...chunks.map(part));
  }
  if (flip !== undefined) bytes[flip < 0 ? bytes.length + flip : flip] ^= 1;
  return bytes.subarray(0, bytes.length - cut);
}

const CHECKS = {
  "ed25519-public": async ({ seed }) => hex(await primitives.ed25519Public(fromHex(seed))),
  "ed25519-sign": async ({ seed, message }) =>
    hex(await primitives.sign(fromHex(seed), fromHex(message))),
  "ed25519-verify": async ({ key, signature, message }) => {
    await primitives.verify(fromHex(key), fromHex(signature), fromHex(message));
    return "fits";
  },
  "x25519-public": async (given) => hex(await primitives.x25519Public(fromHex(given.private))),
  "x25519-agree": async (given) =>
    hex(await primitives.agree(fromHex(given.private), fromHex(given.public))),
  hkdf: async ({ secret, salt, info, length }) =>
    hex(await primitives.hkdf(fromHex(secret), { salt: fromHex(salt), info: fromHex(info), length })),
  "hpke-open": async (given) => {
    const variant = { aead: given.aead, bound: fromHex(given.bound) };
    const [secret, sealed] = [fromHex(given.private), fromHex(given.sealed)];
    return hex(await hpkeOpen(secret, sealed, fromHex(given.info), variant));
  },
  "canonical-parse": async ({ bytes }) => hex(canonical(parseCanonical(fromHex(bytes)))),
  "canonical-build": async ({ value }) => hex(canonical(value)),
  unpad: async ({ padded }) => hex(unpad(fromHex(padded))),
  unwrap: async ({ secret, purpose, context, wrapped }) =>
    hex(await unwrap(fromHex(secret), purpose, context, fromHex(wrapped))),
  phrase: async ({ typed }) => hex(normalPhrase(typed)),
  code: async ({ typed }) => text(normalCode(typed)),
  slot: async ({ slot, typed, user }) => hex(await openSlot(slot, typed, user)),
  statement: async (given) => (await statementOf(given)).hash,
  identity: async ({ owner, wrapped, amk }) => {
    const statement = await statementOf(owner);
    return hex((await unwrapIdentity(fromHex(wrapped), fromHex(amk), statement)).edSeed);
  },
  keyring: ({ wrapped, amk, user, rev }) =>
    unwrapKeyring(fromHex(wrapped), fromHex(amk), user, rev),
  fingerprint: async (given) => fingerprint(await statementOf(given)),
  log: async (given) => {
    const { log, epoch, ends, accepted, closed, stale, ...state } = await stateOf(given);
    const members = mapped(state.members, ({ hash }) => hash);
    const epochs = mapped(state.epochs, (circle) => Object.keys(circle).sort());
    return { members, head: log.head, epoch, epochs, ends, accepted, closed, stale };
  },
  standing: async ({ lineage, checked }) =>
    standingOf({ checked }, await Promise.all(lineage.map(statementOf))),
  grant: async (given) => {
    const person = { user: given.user, xPrivate: fromHex(given.private) };
    return mapped(await openGrant(fromHex(given.sealed), await stateOf(given), person, given.n), hex);
  },
  envelope: async (given) => {
    const circle = await stateOf(given);
    const how = { wanted: given.wanted, keys: mapped(given.keys, fromHex), circle };
    return (await openEnvelope(fromHex(given.envelope), how)).body;
  },
  blob: async (given) => {
    const content = Uint8Array.from({ length: given.size }, (_, at) => (7 * at) % 256);
    const blob = await sealBlob(given, content, fromHex(given.key), fromHex(given.salt));
    const { open_sid: sid = given.sid, open_oid: oid = given.oid } = given;
    const key = fromHex(given.open_key ?? given.key);
    const opened = await openBlob(spoiled(blob, given), { sid, oid, key });
    return { blob: await hexDigest(blob), content: await hexDigest(opened) };
  },
  evidence: async (given) => (await readEvidence(given)).body,
  agreement: async ({ agreement, signature, signer }) => {
    readAgreement(utf8(agreement));
    await verifyAgreement(utf8(agreement), fromHex(signature), await statementOf(signer));
    return hexDigest(utf8(agreement));
  },
};

export async function verdict({ check, given }) {
  try {
    return { value: await CHECKS[check](given) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    return { crash: `${error.name}: ${error.message}` };
  }
}
