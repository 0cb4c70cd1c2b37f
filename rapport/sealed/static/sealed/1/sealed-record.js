// <sealed-record>: opens one envelope and lets the <sealed-text> elements in it show its words.

import { onLock, onUnlock } from "./session.js";
import { openRecord } from "./records.js";
import { clearNote, showTrouble } from "./notes.js";
import { make } from "./page.js";

class SealedRecord extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    onUnlock(() => this.open());
    onLock(() => this.close());
  }

  async open() {
    try {
      const words = await openRecord(this);
      clearNote(this);
      this.show(words);
      this.setAttribute("state", "open");
      this.dispatchEvent(new CustomEvent("sealed:opened", { bubbles: true, detail: { words } }));
    } catch (error) {
      showTrouble(this, error);
    }
  }

  close() {
    this.show({});
    this.setAttribute("state", "locked");
  }

  show(words) {
    for (const text of this.querySelectorAll("sealed-text")) {
      if (text.closest("sealed-record") === this) text.show(words[text.getAttribute("word")]);
    }
  }
}

class SealedText extends HTMLElement {
  // Before it is opened it holds what the server wrote in it, mostly nothing.
  connectedCallback() {
    this.closed ??= Array.from(this.childNodes);
  }

  show(value) {
    const labels = this.closed.filter((child) => child.dataset?.value !== undefined);
    this.toggleAttribute("empty", value === undefined || value.length === 0);
    if (value === undefined) this.replaceChildren(...this.closed);
    else if (labels.length > 0) this.replaceChildren(...chosen(labels, value));
    else if (Array.isArray(value)) this.replaceChildren(listOf(value));
    else this.textContent = String(value);
  }
}

// Children with data-value are the labels of choices: only the chosen ones stay.
function chosen(labels, value) {
  const values = (Array.isArray(value) ? value : [value]).map(String);
  return labels.filter((label) => values.includes(label.dataset.value));
}

function listOf(values) {
  const list = make("ul", "", { class: "sealed-list" });
  const lines = values.map((value) =>
    typeof value === "object" ? Object.values(value).join(" · ") : String(value),
  );
  list.append(...lines.map((line) => make("li", line)));
  return list;
}

customElements.define("sealed-text", SealedText);
customElements.define("sealed-record", SealedRecord);
