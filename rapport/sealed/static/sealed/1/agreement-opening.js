// <agreement-opening>: gives away what opens one envelope and no other, when its form is sent.

import { base64, fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { readAgreement, requireAbout } from "./agreement.js";
import { takeApart } from "./envelope.js";
import { hmac } from "./primitives.js";
import { openWords } from "./records.js";
import { openSpace } from "./spaces.js";
import { onLock, onUnlock } from "./session.js";
import { clearNote, showTrouble } from "./notes.js";
import { sealBeforeSending } from "./sealed-form.js";

class AgreementOpening extends HTMLElement {
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

  // Only the envelope that the signed statement names is ever opened to others.
  async verified() {
    const names = ["space", "object", "envelope", "statement"];
    const [sid, oid, envelope, statement] = names.map((name) => this.getAttribute(name));
    const space = await openSpace(sid);
    const bytes = fromBase64(envelope);
    requireAbout(readAgreement(fromBase64(statement)), space.state, await hexDigest(bytes));
    const { header } = await openWords(sid, oid, envelope, { past: true });
    return { key: space.keys[header.ep], salt: (await takeApart(bytes)).salt };
  }

  async seal() {
    const { key, salt } = await this.verified();
    this.internals.setFormValue(base64(await hmac(salt, key)));
  }
}

customElements.define("agreement-opening", AgreementOpening);
