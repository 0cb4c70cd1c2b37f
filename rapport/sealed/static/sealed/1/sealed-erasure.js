// <sealed-erasure>: in a form that erases something; seals the tomb that stands in its place.

import { base64, fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { openSpace } from "./spaces.js";
import { sealWords } from "./records.js";
import { takeApart } from "./envelope.js";
import { hashesOf } from "./pins.js";
import { FormPart } from "./form-part.js";

class SealedErasure extends FormPart {
  ready() {
    return openSpace(this.getAttribute("space"));
  }

  // The tomb names what it stands for, so that nothing else can be hidden behind it.
  async seal(chain) {
    const names = ["space", "object", "envelope"];
    const [sid, oid, current] = names.map((name) => this.getAttribute(name));
    const { header } = await takeApart(fromBase64(current));
    const { identity } = await openSpace(sid);
    const known = await hashesOf(identity.user, sid, oid);
    const newest = await hexDigest(fromBase64(current));
    const erased = Array.from(new Set([...known, header.prv, newest])).filter(Boolean).sort();
    const given = { sid, oid, current, schema: "tomb/1", words: { erased }, cls: "tomb" };
    const sealed = await sealWords({ ...given, revision: header.rev }, chain);
    this.internals.setFormValue(base64(sealed.envelope));
  }
}

customElements.define("sealed-erasure", SealedErasure);
