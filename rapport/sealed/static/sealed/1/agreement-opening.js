// <agreement-opening>: gives away what opens one envelope and no other, when its form is sent.

import { base64 } from "./encoding.js";
import { takeApart } from "./envelope.js";
import { hmac } from "./primitives.js";
import { AgreementPart } from "./agreement-part.js";

class AgreementOpening extends AgreementPart {
  // Only the envelope that the signed statement names is ever opened to others.
  async seal() {
    const { space, header, bytes } = await this.verified();
    const { salt } = await takeApart(bytes);
    this.internals.setFormValue(base64(await hmac(salt, space.keys[header.ep])));
  }
}

customElements.define("agreement-opening", AgreementOpening);
