// <evidence-choice>: which entries of the shared pages go with a report. <sealed-evidence>: what came
// with one, each entry checked against its author's signature.

import { fromBase64 } from "./encoding.js";
import { discloseEnvelope, readEvidence } from "./evidence.js";
import { openEnvelope, takeApart } from "./envelope.js";
import { onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { ask } from "./server.js";
import { clearNote, explain, showTrouble } from "./notes.js";
import { day, make, sentence, spaceUrl } from "./page.js";

class EvidenceChoice extends HTMLElement {
  connectedCallback() {
    if (this.asked) return;
    this.asked = true;
    onUnlock(() => this.open());
  }

  async open() {
    const sid = this.getAttribute("space");
    try {
      this.space = await openSpace(sid);
      const { objects } = await ask(spaceUrl(sid, "everything"));
      const newest = objects.map(({ envelopes }) => envelopes.at(-1).sealed).filter(Boolean);
      const lines = await Promise.all(newest.map((sealed) => this.line(sealed)));
      this.replaceChildren(...lines.filter(Boolean));
      clearNote(this);
    } catch (error) {
      showTrouble(this, error);
    }
  }

  async line(sealed) {
    const bytes = fromBase64(sealed);
    const { header } = await takeApart(bytes);
    if (header.cls !== "entry") return null;
    const wanted = { sid: this.space.sid, oid: header.oid };
    const how = { wanted, keys: this.space.keys, circle: this.space.state };
    const { body } = await openEnvelope(bytes, how);
    const label = make("label", "", { class: "tick" });
    const box = make("input", "", { type: "checkbox", "data-evidence": sealed });
    label.append(box, make("span", excerptOf(body)));
    return label;
  }

  chosen() {
    const boxes = Array.from(this.querySelectorAll("[data-evidence]:checked"));
    return Promise.all(boxes.map(({ dataset }) => discloseEnvelope(dataset.evidence, this.space)));
  }
}

class SealedEvidence extends HTMLElement {
  connectedCallback() {
    if (this.record) return;
    this.record = this.closest("sealed-record");
    this.record.addEventListener("sealed:opened", ({ detail }) => this.show(detail.words));
    document.addEventListener("sealed:locked", () => this.replaceChildren());
  }

  async show(words) {
    this.replaceChildren();
    const { told } = await openSpace(this.record.getAttribute("space"));
    const names = Object.fromEntries(told.known.map(({ id, name }) => [id, name]));
    for (const each of words[this.getAttribute("word")] ?? []) {
      const card = this.appendChild(make("blockquote", "", { class: "sealed-words" }));
      try {
        const { header, body } = await readEvidence(each);
        const by = { who: names[header.by] ?? header.by, day: day(body.written_at.slice(0, 10)) };
        card.append(make("p", excerptOf(body)), make("p", sentence("evidence-holds", by)));
      } catch (error) {
        explain(card, error);
      }
    }
  }
}

const excerptOf = ({ words }) => Object.values(words).filter((word) => typeof word === "string").join(" · ");

customElements.define("evidence-choice", EvidenceChoice);
customElements.define("sealed-evidence", SealedEvidence);
