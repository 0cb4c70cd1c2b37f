// <sealed-try>: tells whether the recovery code on the card still opens, and uses nothing up.

import { Refused } from "./refusals.js";
import { wouldOpen } from "./session.js";
import { showNote } from "./notes.js";
import { noteTried } from "./card-reminder.js";
import { sentence } from "./page.js";

class SealedTry extends HTMLElement {
  connectedCallback() {
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.attempt(this.querySelector("[data-secret]"));
    });
  }

  async attempt(input) {
    try {
      await wouldOpen("code", input.value);
      await noteTried();
      input.value = "";
      showNote(this, sentence("code-opens"));
    } catch (error) {
      const wrong = error instanceof Refused && error.refusal === "wrong-key";
      const name = error instanceof Refused ? error.refusal : "unexpected";
      showNote(this, sentence(wrong ? "wrong-code" : name), { alarming: true });
    }
  }
}

customElements.define("sealed-try", SealedTry);
