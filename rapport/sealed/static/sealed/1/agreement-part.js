// What a form does with a signed agreement begins with the same check, whatever it does then.

import { fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { readAgreement, requireAbout } from "./agreement.js";
import { openWords } from "./records.js";
import { openSpace } from "./spaces.js";
import { FormPart } from "./form-part.js";

export class AgreementPart extends FormPart {
  ready() {
    return this.verified();
  }

  // The envelope that opens here must be the one the statement names, in a space of these parties.
  async verified() {
    const names = ["space", "object", "envelope"];
    const [sid, oid, envelope] = names.map((name) => this.getAttribute(name));
    const [bytes, statement] = [envelope, this.getAttribute("statement")].map(fromBase64);
    const space = await openSpace(sid);
    requireAbout(readAgreement(statement), space.state, await hexDigest(bytes));
    const { header } = await openWords(sid, oid, envelope, { past: true });
    return { statement, space, header, bytes };
  }
}
