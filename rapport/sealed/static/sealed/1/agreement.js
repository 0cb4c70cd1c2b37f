// The statement under an agreement that every member signs with her own key.

import { require } from "./refusals.js";
import { concat } from "./encoding.js";
import { digest, parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { sign, verify } from "./primitives.js";
import * as shapes from "./shapes.js";

const STATEMENT = {
  v: 1,
  agreement: shapes.UUID,
  version: 1,
  prev: shapes.HASH_OR_NONE,
  sid: shapes.UUID,
  parties: Object,
  public: Object,
  sealed: Object,
};
const SEALED = { oid: shapes.UUID, rev: 1, hash: shapes.HASH };

export function readAgreement(data) {
  const record = parseCanonical(data);
  shapes.requireShape(record, STATEMENT, "agreement-mismatch");
  require(record.v === 1, "version-unknown");
  require((record.version === 1) === (record.prev === ""), "agreement-mismatch");
  shapes.requireMap(record.parties, shapes.IDENTIFIER, shapes.HASH, "agreement-mismatch");
  shapes.requireShape(record.sealed, SEALED, "agreement-mismatch");
  return record;
}

// What is signed must be what was read: these members, this space, this very envelope.
export function requireAbout(record, state, envelopeHash) {
  require(record.sid === state.sid, "agreement-mismatch");
  require(record.sealed.hash === envelopeHash, "agreement-mismatch");
  require(shapes.sameKeys(record.parties, state.members), "agreement-mismatch");
  for (const [user, statement] of Object.entries(state.members)) {
    require(record.parties[user] === statement.hash, "agreement-mismatch");
  }
}

export const signAgreement = async (data, edSeed) => sign(edSeed, await message(data));

export async function verifyAgreement(data, signature, signer) {
  const { parties } = readAgreement(data);
  require(Object.hasOwn(parties, signer.user), "agreement-mismatch");
  require(parties[signer.user] === signer.hash, "agreement-mismatch");
  await verify(signer.ed, signature, await message(data));
}

const message = async (data) => concat(label("agreement"), await digest(data));
