// Showing somebody outside a space what was written in it: the words with the author's own
// signature, which was inside the seal. She needs no key of the space to check it.

import { require } from "./refusals.js";
import { concat, fromBase64, fromHex, hex, text, u16, utf8 } from "./encoding.js";
import { parseCanonical } from "./canonical.js";
import { label } from "./labels.js";
import { readBody, takeApart, unseal } from "./envelope.js";
import { readStatement } from "./identity.js";
import { verify } from "./primitives.js";

// What is given away of one envelope: nothing that opens another one.
export async function discloseEnvelope(envelope, { sid, state, keys, told }) {
  const bytes = fromBase64(envelope);
  const { header, bytes: head, salt } = await takeApart(bytes);
  const wanted = { sid, oid: header.oid, cls: header.cls };
  const { signature, body } = await unseal(bytes, { wanted, keys, circle: state });
  const stated = told.statements.find(({ statement }) => {
    const { user, gen } = parseCanonical(utf8(statement));
    return user === header.by && gen === state.epochs[header.ep][header.by].gen;
  });
  return {
    header: text(head),
    salt: hex(salt),
    body: text(body),
    signature: hex(signature),
    statement: stated.statement,
    stated: stated.signature,
  };
}

// Resolves with {header, body}: who wrote what, by her own signature; refuses anything else.
export async function readEvidence({ header, salt, body, signature, statement, stated }) {
  const [head, bytes] = [utf8(header), utf8(body)];
  const record = parseCanonical(head);
  const author = await readStatement(utf8(statement), fromHex(stated), record.by);
  require(author.hash === record.kid, "author-key-mismatch");
  const message = concat(label("sig"), u16(head.length), head, fromHex(salt), bytes);
  await verify(author.ed, fromHex(signature), message);
  return { header: record, body: readBody(bytes) };
}
