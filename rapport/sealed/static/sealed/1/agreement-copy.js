// The agreements of a space for a member's own copy: no signature goes in that does not hold.

import { require } from "./refusals.js";
import { fromBase64, fromHex, utf8 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { readAgreement, verifyAgreement } from "./agreement.js";
import { sentence } from "./page.js";

// Resolves with {records, lines, files}: for programs, for readers, and what lies beside them.
export async function agreementsIn({ agreements = [], objects }, space) {
  const found = { records: [], lines: [], files: {} };
  let before = "";
  for (const told of agreements) {
    const data = utf8(told.statement);
    const record = readAgreement(data);
    require(record.sid === space.sid && record.prev === before, "agreement-mismatch");
    before = await hexDigest(data);
    requireText(record.sealed, objects);
    await requireSigned(data, record, told.signatures, space.statements);
    put(found, told, record, data);
  }
  return found;
}

// The text must be one revision of an object in this copy, also where it was erased since.
function requireText({ oid, rev, hash }, objects) {
  const thing = objects.find((one) => one.oid === oid);
  require(thing?.envelopes[rev - 1]?.digest === hash, "agreement-mismatch");
}

async function requireSigned(data, { parties }, signatures, statements) {
  for (const [user, signature] of Object.entries(signatures)) {
    require(Object.hasOwn(parties, user), "agreement-mismatch");
    require(Object.hasOwn(statements, parties[user]), "agreement-mismatch");
    await verifyAgreement(data, fromHex(signature), statements[parties[user]]);
  }
}

function put({ records, lines, files }, told, { version, public: open }, data) {
  const folder = `agreements/${version}`;
  const [statement, document, seal] = ["statement.json", "agreement.pdf", "document-certificate.pem"]
    .map((name) => `${folder}/${name}`);
  files[statement] = data;
  if (told.document) files[document] = fromBase64(told.document);
  if (told.document) files[seal] = utf8(told.certificate);
  const beside = told.document ? { document, certificate: seal } : { document: "", certificate: "" };
  records.push({ statement: told.statement, signatures: told.signatures, ...beside });
  const by = Object.keys(told.signatures).map((user) => open.names?.[user] ?? user).join(", ");
  const title = sentence("export-agreement", { version });
  lines.push({ title, by, paths: told.document ? [statement, document] : [statement] });
}
