// <agreement-signature>: signs the statement of the agreement that is shown, when its form is sent.

import { base64, fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { readAgreement, requireAbout, signAgreement } from "./agreement.js";
import { openWords } from "./records.js";
import { openSpace } from "./spaces.js";
import { onLock, onUnlock } from "./session.js";
import { clearNote, showTrouble } from "./notes.js";
import { sealBeforeSending } from "./sealed-form.js";

class AgreementSignature extends HTMLElement {
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
    const statement = fromBase64(this.getAttribute("statement"));
    const space = await openSpace(sid);
    requireAbout(readAgreement(statement), space.state, await hexDigest(fromBase64(envelope)));
    await openWords(sid, oid, envelope, { past: true });
    return { statement, space };
  }

  async seal() {
    const { statement, space } = await this.verified();
    const signature = await signAgreement(statement, space.identity.edSeed);
    this.internals.setFormValue(base64(signature));
  }
}

customElements.define("agreement-signature", AgreementSignature);
