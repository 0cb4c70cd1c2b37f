// <safety-number>: the two numbers that members compare when they meet, one for each person.

import { fingerprint } from "./fingerprint.js";
import { onLock, onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { clearNote, showTrouble } from "./notes.js";

class SafetyNumber extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    onUnlock(() => this.open());
    onLock(() => this.show(""));
  }

  async open() {
    try {
      const { state } = await openSpace(this.getAttribute("space"));
      this.show(await fingerprint(state.members[this.getAttribute("person")]));
      clearNote(this);
      this.setAttribute("state", "open");
    } catch (error) {
      showTrouble(this, error);
    }
  }

  show(digits) {
    this.place ??= this.appendChild(document.createElement("output"));
    this.place.textContent = digits;
  }
}

customElements.define("safety-number", SafetyNumber);
