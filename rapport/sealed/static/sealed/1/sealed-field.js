// <sealed-field>: seals what is in its data-word inputs when its form is sent.

import { base64, now, text } from "./encoding.js";
import { canonical } from "./canonical.js";
import { isUnlocked, onLock, onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { openWords, sealWords } from "./records.js";
import { dropDraft, keepDraft, takeDraft } from "./drafts.js";
import { sealFile } from "./files.js";
import { merge } from "./merge.js";
import { showBoth } from "./both-texts.js";
import { changeList, isEmpty, readWords, writeWords } from "./word-inputs.js";
import { hideNames } from "./nameless.js";
import { button, clearNote, showNote, showTrouble } from "./notes.js";
import { sealBeforeSending } from "./sealed-form.js";
import { sendWaiting } from "./outbox.js";
import { sentence } from "./page.js";

const PAUSE = 400;
const INPUTS = "[data-word], [data-words-add], [data-words-remove]";

class SealedField extends HTMLElement {
  static formAssociated = true;

  constructor() {
    super();
    this.internals = this.attachInternals();
  }

  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.beginning = readWords(this);
    this.setInert(true);
    hideNames(this, this.internals.form);
    this.addEventListener("input", () => this.typed());
    this.addEventListener("change", () => this.typed());
    this.addEventListener("click", ({ target }) => changeList(this, target) && this.typed());
    sealBeforeSending(this.internals.form);
    onUnlock(() => (this.opening = this.open()));
    onLock(() => this.close());
  }

  get draftName() {
    const part = this.revision === 0 ? location.pathname : this.getAttribute("object");
    return `${this.getAttribute("space")} ${this.getAttribute("name")} ${part}`;
  }

  get revision() {
    return Number(this.getAttribute("revision") ?? 0);
  }

  async open() {
    if (this.getAttribute("state") === "open") return;
    try {
      const space = await openSpace(this.getAttribute("space"));
      const saved = await this.opened("envelope");
      if (this.schemaIsForeign(saved)) return;
      this.fill(saved);
      this.base = readWords(this);
      await this.bringBack(saved, space.heads);
      this.setInert(false);
      this.dispatchEvent(new CustomEvent("sealed:opened", { bubbles: true }));
    } catch (error) {
      showTrouble(this, error);
    }
  }

  fill(saved) {
    if (saved) writeWords(this, saved.words, { shrink: true });
    else writeWords(this, this.beginning);
  }

  opened(attribute) {
    const envelope = this.getAttribute(attribute);
    if (!envelope) return null;
    const [sid, oid] = [this.getAttribute("space"), this.getAttribute("object")];
    return openWords(sid, oid, envelope, { refused: attribute === "draft" });
  }

  schemaIsForeign(saved) {
    const foreign = saved && saved.body.schema !== this.getAttribute("schema");
    if (foreign) showNote(this, sentence("schema-foreign"), { alarming: true });
    return foreign;
  }

  // What was refused comes first, then what was typed and never sent; the saved text stays beside.
  async bringBack(saved, heads) {
    const refused = await this.opened("draft");
    const draft = refused ? null : await this.unsent(heads);
    const kept = refused ?? draft;
    clearNote(this);
    if (!kept || same(kept.words, saved?.words ?? this.beginning)) {
      if (draft) await dropDraft(this.draftName);
      return;
    }
    const base = refused ? refused.header.rev - 1 : draft.revision;
    if (saved && base < saved.header.rev) await this.bringTogether(kept.words, saved.words);
    else {
      writeWords(this, kept.words, { shrink: true });
      if (!refused) this.offerDiscard(saved);
    }
    // Not awaited: it waits for this field to be open.
    if (draft?.pressed?.address && this.internals.form) sendWaiting(this.internals.form, draft.pressed);
  }

  // What only one side changed is brought together; where both did, both stand side by side.
  async bringTogether(mine, theirs) {
    this.mustBeLookedAt = true;
    const { merged, clashes } = merge((await takeDraft(this.draftName))?.base, mine, theirs);
    writeWords(this, merged, { shrink: true });
    const clashing = clashes.filter((word) => Object.hasOwn(theirs, word));
    if (clashes.length === 0) showNote(this, sentence("merged"));
    else showBoth(this, Object.fromEntries(clashing.map((word) => [word, theirs[word]])));
  }

  async unsent(heads) {
    const draft = await takeDraft(this.draftName);
    if (draft && draft.sent !== "" && heads.recent.includes(draft.sent)) {
      await dropDraft(this.draftName);
      return null;
    }
    return draft;
  }

  offerDiscard(saved) {
    const note = showNote(this, sentence("draft-kept"));
    const discard = async () => {
      await dropDraft(this.draftName);
      this.fill(saved);
      clearNote(this);
    };
    note.append(" ", button(sentence("draft-discard"), discard));
  }

  typed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.keepDraft(), PAUSE);
  }

  // `sent` is the hash of the envelope that carries the words, `pressed` what has to wait.
  async keepDraft({ sent = "", pressed = {} } = {}) {
    clearTimeout(this.pause);
    if (!isUnlocked() || this.getAttribute("state") !== "open") return;
    const [words, { base, revision }] = [readWords(this), this];
    const draft = { words, base: base ?? {}, revision, saved_at: now(), sent, pressed };
    await keepDraft(this.draftName, draft);
  }

  // Called by the form, once for each sending.
  async seal(chain) {
    const words = readWords(this);
    if (this.hasAttribute("optional") && this.revision === 0 && isEmpty(words)) {
      this.internals.setFormValue("");
      return;
    }
    const [sid, oid] = [this.getAttribute("space"), this.getAttribute("object")];
    await this.sealFiles(sid, oid, words);
    const evidence = await this.querySelector("evidence-choice")?.chosen?.();
    if (evidence?.length > 0) words.evidence = evidence;
    const current = this.getAttribute("envelope");
    const [schema, revision] = [this.getAttribute("schema"), this.revision];
    const sealed = await sealWords({ sid, oid, revision, current, schema, words }, chain);
    await this.keepDraft({ sent: sealed.hash });
    this.internals.setFormValue(base64(sealed.envelope));
  }

  // Files go first: words that name a file which never arrived would promise too much.
  async sealFiles(sid, oid, words) {
    for (const input of this.querySelectorAll("input[type=file][data-files]")) {
      const records = [];
      for (const file of input.files) records.push(await sealFile(sid, oid, file));
      if (records.length > 0) words[input.dataset.files] = records;
    }
  }

  async close() {
    this.setInert(true);
    writeWords(this, {});
  }

  setInert(inert) {
    this.setAttribute("state", inert ? "locked" : "open");
    for (const input of this.querySelectorAll(INPUTS)) input.disabled = inert;
  }
}

const same = (left, right) => text(canonical(left)) === text(canonical(right));

customElements.define("sealed-field", SealedField);
