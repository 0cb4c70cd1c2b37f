// <sealed-setup>: makes keys, or a new phrase or recovery code for keys that are there.
// Steps are sections with data-step; the server chooses which of them are on the page.

import { fromHex, hex, random, text, utf8 } from "./encoding.js";
import { makeIdentity, readStatement, signSuccession, stateKeys, wrapIdentity } from "./identity.js";
import { emptyKeyring, wrapKeyring } from "./keyring.js";
import { makeSlot } from "./slots.js";
import { makePhrase } from "./phrase.js";
import { makeCode, plainCode } from "./recovery-code.js";
import { enterNew, isUnlocked, secrets } from "./session.js";
import { askToUnlock } from "./unlock-dialog.js";
import { ask, post } from "./server.js";
import { clearNote, showNote } from "./notes.js";
import { renewEverywhere } from "./everywhere.js";
import { person, sentence, urls } from "./page.js";
import { WORDS } from "./wordlist.js";

const GROUPS_ASKED = 2;

class SealedSetup extends HTMLElement {
  connectedCallback() {
    if (this.steps) return;
    this.steps = Array.from(this.querySelectorAll("[data-step]"));
    if (!globalThis.crypto?.subtle) {
      showNote(this, sentence("insecure"), { alarming: true });
      for (const button of this.querySelectorAll("button")) button.disabled = true;
      return;
    }
    this.code = makeCode();
    this.drawPhrase();
    this.fill("[data-code]", this.code);
    this.askForGroups();
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-do]")));
    this.addEventListener("keydown", (event) => this.pressEnter(event));
    this.show(0);
  }

  drawPhrase() {
    this.phrase = makePhrase(WORDS);
    this.fill("[data-phrase]", this.phrase);
  }

  fill(selector, words) {
    for (const place of this.querySelectorAll(selector)) place.textContent = words;
  }

  // Two groups that are asked for, so that a code nobody wrote down is noticed now.
  askForGroups() {
    const groups = this.code.split("-");
    const places = groups.map((_, at) => at).sort(() => random(1)[0] - 128);
    this.asked = places.slice(0, GROUPS_ASKED).sort((one, other) => one - other);
    const labels = Array.from(this.querySelectorAll("[data-group-number]"));
    labels.forEach((label, at) => (label.textContent = String(this.asked[at] + 1)));
  }

  get answersFit() {
    const groups = this.code.split("-");
    const inputs = Array.from(this.querySelectorAll("[data-group]"));
    const fits = (input, at) => plainCode(input.value) === plainCode(groups[this.asked[at]]);
    return inputs.every(fits);
  }

  press(button) {
    if (!button) return;
    const deeds = {
      another: () => this.drawPhrase(),
      print: () => print(),
      back: () => this.show(this.at - 1),
      next: () => this.show(this.at + 1),
      finish: () => this.finish(button),
    };
    deeds[button.dataset.do]();
  }

  pressEnter(event) {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    this.press(this.steps[this.at].querySelector("[data-do=finish], [data-do=next]"));
  }

  show(at) {
    this.at = at;
    this.steps.forEach((step, place) => (step.hidden = place !== at));
    const heading = this.steps[at].querySelector("h2");
    heading.tabIndex = -1;
    if (at > 0) heading.focus();
  }

  async finish(button) {
    if (!this.answersFit) {
      showNote(this, sentence("groups-differ"), { alarming: true });
      this.querySelector("[data-group]").focus();
      return;
    }
    button.disabled = true;
    showNote(this, sentence("making-keys"));
    try {
      await this.store();
      if (this.getAttribute("kind") === "stolen") await this.renewSpaces();
      else location.assign(this.getAttribute("next"));
    } catch {
      button.disabled = false;
      showNote(this, sentence("unexpected"), { alarming: true });
    }
  }

  store() {
    const kind = this.getAttribute("kind");
    if (kind === "all") return this.makeKeys();
    if (kind === "again") return this.makeKeysAgain();
    if (kind === "stolen") return askToUnlock().then(() => this.makeKeysAgain());
    return this.renew(kind, kind === "code" ? this.code : this.phrase);
  }

  async makeKeys() {
    const [amk, identity] = [random(32), makeIdentity(person)];
    await post(urls.setUp, await this.offered(amk, identity, "", emptyKeyring(person)));
    await enterNew(amk);
  }

  // The next generation. Where this tab is unlocked the old key vouches, and the keyring comes along.
  async makeKeysAgain() {
    const { statement, signature } = await ask(urls.mine);
    const before = await readStatement(utf8(statement), fromHex(signature), person);
    const [amk, identity] = [random(32), makeIdentity(person, before.gen + 1)];
    const old = isUnlocked() ? await secrets() : null;
    const body = await this.offered(amk, identity, before.hash, old?.keyring ?? emptyKeyring(person));
    if (old) body.succession = hex(await signSuccession(old.identity, utf8(body.statement)));
    await post(urls.generation, body);
    await enterNew(amk);
  }

  async renewSpaces() {
    const tell = (at, all) => showNote(this, sentence("renewing", { at: String(at + 1), all: String(all) }));
    const behind = await renewEverywhere(tell);
    clearNote(this);
    const name = behind > 0 ? "renewed-but" : "renewed";
    this.fill("[data-renewed]", sentence(name, { behind: String(behind) }));
    this.show(this.at + 1);
  }

  async offered(amk, identity, previous, keyring) {
    const { data, signature } = await stateKeys(identity, previous);
    return {
      statement: text(data),
      signature: hex(signature),
      identity: hex(await wrapIdentity(identity, amk)),
      keyring: hex(await wrapKeyring(keyring, amk)),
      keyring_rev: keyring.rev,
      slots: [
        await makeSlot("phrase", this.phrase, amk, person),
        await makeSlot("code", this.code, amk, person),
      ],
    };
  }

  async renew(kind, typed) {
    await askToUnlock();
    const { amk } = await secrets();
    await post(urls.slots, await makeSlot(kind, typed, amk, person));
  }
}

customElements.define("sealed-setup", SealedSetup);
