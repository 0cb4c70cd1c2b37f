// <safety-number>: one person's number, to be compared when two people meet. Beside another
// person's number stands whether it was checked; that is known to this person's keyring alone.

import { fingerprint } from "./fingerprint.js";
import { secrets, onLock, onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { compared, newestOf } from "./circle.js";
import { button, clearNote, showTrouble } from "./notes.js";
import { day, make, person, sentence } from "./page.js";
import { qrPicture } from "./qr.js";

class SafetyNumber extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    onUnlock(() => this.open());
    onLock(() => this.replaceChildren());
  }

  get isOwn() {
    return this.getAttribute("person") === person;
  }

  // `newest` asks for keys that are not in the log yet: those of somebody who lost the old ones.
  async open() {
    try {
      const space = await openSpace(this.getAttribute("space"));
      const user = this.getAttribute("person");
      const member = space.state.members[user];
      const statement = this.hasAttribute("newest") || !member ? newestOf(space, user) : member;
      clearNote(this);
      await this.show(statement, member === statement ? space.standing[user] : "unchecked");
      this.setAttribute("state", "open");
    } catch (error) {
      showTrouble(this, error);
    }
  }

  async show(statement, standing) {
    const digits = await fingerprint(statement);
    this.replaceChildren(make("output", digits), qrPicture(digits.replaceAll(" ", "")));
    if (!this.isOwn) this.append(await this.standingOf(statement, standing));
  }

  async standingOf(statement, standing) {
    const { keyring } = await secrets();
    const on = keyring.checked[statement.user]?.on;
    const line = make("p", sentence(`standing-${standing}`, { day: on ? day(on) : "" }));
    line.className = "sealed-standing";
    line.dataset.standing = standing;
    if (standing !== "checked" && !this.hasAttribute("newest")) {
      line.append(" ", button(sentence("standing-same"), () => this.compared(statement)));
    }
    return line;
  }

  async compared(statement) {
    try {
      await compared(this.getAttribute("space"), statement);
      await this.open();
      this.dispatchEvent(new CustomEvent("sealed:compared", { bubbles: true }));
    } catch (error) {
      showTrouble(this, error);
    }
  }
}

customElements.define("safety-number", SafetyNumber);
