// <sealed-passkey>: lets a passkey of this person open her sealed pages, beside phrase and code.

import { Refused } from "./refusals.js";
import { makeSlot } from "./slots.js";
import { askPasskey, canAskPasskeys } from "./passkey.js";
import { secrets } from "./session.js";
import { askToUnlock } from "./unlock-dialog.js";
import { post } from "./server.js";
import { showNote } from "./notes.js";
import { person, sentence, urls } from "./page.js";

class SealedPasskey extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("[data-do=add]");
    if (!canAskPasskeys()) {
      showNote(this, sentence("passkey-none"));
      button.disabled = true;
      return;
    }
    button.addEventListener("click", () => this.add(button));
  }

  async add(button) {
    button.disabled = true;
    try {
      await askToUnlock();
      const { amk } = await secrets();
      const { credential, secret } = await askPasskey();
      await post(urls.slots, await makeSlot("passkey", secret, amk, person, credential));
      location.assign(urls.keys);
    } catch (error) {
      button.disabled = false;
      const name = error instanceof Refused ? error.refusal : "passkey-cancelled";
      showNote(this, sentence(name), { alarming: true });
    }
  }
}

customElements.define("sealed-passkey", SealedPasskey);
