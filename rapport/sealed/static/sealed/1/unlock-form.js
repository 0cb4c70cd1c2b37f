// <sealed-unlock>: the form that opens the sealed pages with a phrase or a recovery code.

import { Refused } from "./refusals.js";
import { unlock } from "./session.js";
import { clearNote, showNote } from "./notes.js";
import { noteRefusal } from "./events.js";
import { kinds, person, sentence, urls } from "./page.js";

class SealedUnlock extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.attempt(new FormData(this.form).get("kind"));
    });
    this.form.addEventListener("change", () => this.showKind());
    this.showKind();
    if (!globalThis.crypto?.subtle) this.sayInsecure();
    if (kinds.includes("passkey")) this.offerPasskey();
  }

  get secret() {
    return this.querySelector("[data-secret]");
  }

  // One gesture is easier than six words: where there is such a slot it comes first.
  offerPasskey() {
    const choice = this.querySelector("[data-passkey]");
    choice.hidden = false;
    choice.querySelector("input").checked = true;
    this.showKind();
  }

  showKind() {
    const { kind } = this.form.elements;
    this.secret.type = this.form.elements.shown?.checked ? "text" : "password";
    for (const part of this.querySelectorAll("[data-kind]")) {
      part.hidden = !part.dataset.kind.split(" ").includes(kind.value);
    }
    this.secret.required = kind.value !== "passkey";
  }

  async attempt(kind) {
    const submit = this.form.querySelector("[type=submit]");
    submit.disabled = true;
    showNote(this, sentence("unlocking"));
    try {
      await unlock(kind, this.secret.value, { onDevice: this.form.elements.kept.checked });
      this.secret.value = "";
      clearNote(this);
      this.dispatchEvent(new CustomEvent("sealed:done", { bubbles: true }));
      this.goOn(kind);
    } catch (error) {
      this.explain(kind, error);
    } finally {
      submit.disabled = false;
    }
  }

  // A code has served once it was used: the page for it makes a new one.
  goOn(kind) {
    if (kind === "code") location.assign(`${urls.renew}?next=${encodeURIComponent(this.next)}`);
    else if (this.hasAttribute("next")) location.assign(this.next);
  }

  get next() {
    return this.getAttribute("next") ?? location.pathname + location.search;
  }

  explain(kind, error) {
    const wrong = error instanceof Refused && error.refusal === "wrong-key";
    const cancelled = kind === "passkey" ? "passkey-cancelled" : "unexpected";
    const name = error instanceof Refused ? error.refusal : cancelled;
    const note = showNote(this, sentence(wrong ? `wrong-${kind}` : name, { name }), {
      alarming: true,
    });
    if (error instanceof Refused && !wrong) {
      note.dataset.refusal = name;
      noteRefusal(person, name);
    }
    this.secret.focus();
  }

  sayInsecure() {
    showNote(this, sentence("insecure"), { alarming: true });
    for (const part of this.form.elements) part.disabled = true;
  }
}

customElements.define("sealed-unlock", SealedUnlock);
