// What a form does with a signed agreement begins with the same check, whatever it does then.

import { fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { readAgreement, requireAbout } from "./agreement.js";
import { openWords } from "./records.js";
import { openSpace } from "./spaces.js";
import { onLock, onUnlock } from "./session.js";
import { clearNote, showTrouble } from "./notes.js";
import { sealBeforeSending } from "./sealed-form.js";

// Whoever extends it has `seal`, called before the form is sent, and sets its value there.
export class AgreementPart extends HTMLElement {
  static formAssociated = true;

  constructor() {
    super();
    this.internals = this.attachInternals();
  }

  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    sealBeforeSending(this.internals.form);
    onUnlock(() => (this.opening = this.check()));
    onLock(() => this.setAttribute("state", "locked"));
  }

  async check() {
    try {
      await this.verified();
      clearNote(this);
      this.setAttribute("state", "open");
    } catch (error) {
      showTrouble(this, error);
    }
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
