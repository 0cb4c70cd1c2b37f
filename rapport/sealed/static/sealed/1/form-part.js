// What a form seals without anything to type: it waits until it can, and says why it cannot.

import { onLock, onUnlock } from "./session.js";
import { clearNote, showTrouble } from "./notes.js";
import { sealBeforeSending } from "./sealed-form.js";

// Whoever extends it has `ready`, which throws while it cannot, and `seal`, called before the form is
// sent, which sets its value there.
export class FormPart extends HTMLElement {
  static formAssociated = true;

  constructor() {
    super();
    this.internals = this.attachInternals();
  }

  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    sealBeforeSending(this.internals.form);
    onUnlock(() => (this.opening = this.open()));
    onLock(() => this.setAttribute("state", "locked"));
  }

  async open() {
    try {
      await this.ready();
      clearNote(this);
      this.setAttribute("state", "open");
    } catch (error) {
      showTrouble(this, error);
    }
  }
}
