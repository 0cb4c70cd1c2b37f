// <sealed-export>: makes a copy of everything in a space, in this browser alone. It can be read
// without us, and `rapport verify` checks every signature in it.

import { fromBase64, hex, now, utf8 } from "./encoding.js";
import { openEnvelope, takeApart } from "./envelope.js";
import { openFile } from "./files.js";
import { agreementsIn } from "./agreement-copy.js";
import { exportPage } from "./export-page.js";
import { mapped } from "./log-entry.js";
import { onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { ask, fetchBytes } from "./server.js";
import { clearNote, explain, showNote } from "./notes.js";
import { sentence, spaceUrl } from "./page.js";
import { zip } from "./zip.js";

class SealedExport extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("[data-do=export]");
    this.button.disabled = true;
    onUnlock(() => (this.button.disabled = false));
    this.button.addEventListener("click", () => this.attempt());
  }

  async attempt() {
    this.button.disabled = true;
    showNote(this, sentence("export-making"));
    try {
      const archive = zip(await this.collect());
      save(archive, `rapport-${now().slice(0, 10)}.zip`);
      clearNote(this);
    } catch (error) {
      explain(this, error);
    }
    this.button.disabled = false;
  }

  async collect() {
    const sid = this.getAttribute("space");
    const [space, told] = [await openSpace(sid), await ask(spaceUrl(sid, "everything"))];
    const names = Object.fromEntries(space.told.members.map(({ id, name }) => [id, name]));
    const agreed = await agreementsIn(told, space);
    const { files } = agreed;
    const items = [];
    const words = {};
    for (const { oid, envelopes } of told.objects) {
      const opened = await newest(space, oid, envelopes);
      if (!opened) continue;
      words[oid] = opened.body.words;
      const attached = await this.attach(sid, opened.body.words.files ?? [], files);
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
    const parts = { "index.html": page, "words.json": json(words), "record.json": json(record) };
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
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

customElements.define("sealed-export", SealedExport);
