// <agreement-signature>: signs the statement of the agreement that is shown, when its form is sent.

import { base64 } from "./encoding.js";
import { signAgreement } from "./agreement.js";
import { AgreementPart } from "./agreement-part.js";

class AgreementSignature extends AgreementPart {
  async seal() {
    const { statement, space } = await this.verified();
    const signature = await signAgreement(statement, space.identity.edSeed);
    this.internals.setFormValue(base64(signature));
  }
}

customElements.define("agreement-signature", AgreementSignature);
