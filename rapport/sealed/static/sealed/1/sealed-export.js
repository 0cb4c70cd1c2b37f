// <sealed-export>: makes a copy of everything in a space, in this browser alone. It can be read
// without us, as it is or sealed with a phrase, and `rapport verify` checks every signature in it.

import { fromBase64, hex, now, utf8 } from "./encoding.js";
import { ageSeal } from "./age.js";
import { openEnvelope, takeApart } from "./envelope.js";
import { openFile } from "./files.js";
import { agreementsIn } from "./agreement-copy.js";
import { exportPage } from "./export-page.js";
import { fingerprint } from "./fingerprint.js";
import { mapped } from "./log-entry.js";
import { makePhrase } from "./phrase.js";
import { onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { ask, fetchBytes } from "./server.js";
import { clearNote, explain, showNote } from "./notes.js";
import { sentence, spaceUrl } from "./page.js";
import { WORDS } from "./wordlist.js";
import { zip } from "./zip.js";

class SealedExport extends HTMLElement {
  connectedCallback() {
    this.buttons = Array.from(this.querySelectorAll("[data-do]"));
    this.allow(false);
    onUnlock(() => this.allow(true));
    this.drawPhrase();
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-do]")));
  }

  allow(isAllowed) {
    for (const button of this.buttons) button.disabled = !isAllowed;
  }

  drawPhrase() {
    this.phrase = makePhrase(WORDS);
    this.querySelector("[data-phrase]").textContent = this.phrase;
  }

  press(button) {
    if (!button) return;
    const name = `rapport-${now().slice(0, 10)}.zip`;
    const deeds = {
      export: () => this.attempt((archive) => save(archive, name)),
      another: () => this.drawPhrase(),
      seal: () =>
        this.attempt(async (archive) => save(await ageSeal(archive, this.phrase), `${name}.age`)),
    };
    deeds[button.dataset.do]();
  }

  async attempt(take) {
    this.allow(false);
    showNote(this, sentence("export-making"));
    try {
      await take(zip(await this.collect()));
      clearNote(this);
    } catch (error) {
      explain(this, error);
    }
    this.allow(true);
  }

  async collect() {
    const sid = this.getAttribute("space");
    const [space, told] = [await openSpace(sid), await ask(spaceUrl(sid, "everything"))];
    const names = Object.fromEntries(space.told.members.map(({ id, name }) => [id, name]));
    const agreed = await agreementsIn(told, space);
    const { files } = agreed;
    const items = [];
    const words = {};
    const counts = { envelopes: 0, files: 0 };
    for (const { oid, envelopes } of told.objects) {
      counts.envelopes += envelopes.filter(({ sealed }) => sealed !== "").length;
      const opened = await newest(space, oid, envelopes);
      if (!opened) continue;
      words[oid] = opened.body.words;
      const attached = await this.attach(sid, opened.body.words.files ?? [], files);
      counts.files += attached.length;
      items.push(lineOf(opened, names, attached));
    }
    items.sort((one, other) => (one.at < other.at ? -1 : 1));
    const record = {
      format: "rapport export",
      version: 1,
      made_at: now(),
      sid,
      names,
      statements: space.told.statements,
      log: space.told.log,
      keys: mapped(space.keys, hex),
      objects: told.objects,
      agreements: agreed.records,
    };
    const heads = [sentence("export-title"), sentence("export-lead")];
    const page = exportPage(...heads, items, agreed.lines);
    const parts = {
      "index.html": page,
      "verification.txt": await checked(space, names, counts),
      "words.json": json(words),
      "record.json": json(record),
    };
    return { ...mapped(parts, utf8), ...files };
  }

  // The file as it was, and as it is sealed, so that its hash can be checked.
  async attach(sid, records, files) {
    const attached = [];
    for (const file of records) {
      const path = `files/${file.oid}/${file.name.replace(/[/\\]/g, "_")}`;
      files[path] = await openFile(sid, file);
      const address = `${spaceUrl(sid, "blob")}?oid=${encodeURIComponent(file.oid)}`;
      files[`sealed/${file.oid}`] = await fetchBytes(address);
      attached.push({ path, name: file.name });
    }
    return attached;
  }
}

// What this browser has checked before it packed anything; `rapport verify` says the same again.
async function checked({ state }, names, { envelopes, files }) {
  const people = Object.entries(state.members).map(
    async ([user, known]) => `${names[user] ?? user}: ${await fingerprint(known)}`,
  );
  const epochs = Object.keys(state.epochs).length;
  return [
    sentence("export-checked", { at: now() }),
    sentence("export-checked-log", { entries: state.heads.length, keys: epochs }),
    ...(await Promise.all(people)),
    sentence("export-checked-words", { count: envelopes }),
    sentence("export-checked-files", { count: files }),
    "",
  ].join("\n");
}

// Every revision is checked; the newest counts. What was erased has no words.
async function newest(space, oid, envelopes) {
  let last = null;
  for (const { sealed } of envelopes.filter((one) => one.sealed !== "")) {
    const bytes = fromBase64(sealed);
    const { header } = await takeApart(bytes);
    const wanted = { sid: space.sid, oid, cls: header.cls };
    last = await openEnvelope(bytes, { wanted, keys: space.keys, circle: space.state });
  }
  return last?.header.cls === "tomb" ? null : last;
}

function lineOf({ header, body }, names, files) {
  const { files: _, ...words } = body.words;
  return { title: body.t, by: names[header.by] ?? "?", at: body.written_at, words, files };
}

const json = (value) => JSON.stringify(value, null, 1);

function save(bytes, name) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

customElements.define("sealed-export", SealedExport);
