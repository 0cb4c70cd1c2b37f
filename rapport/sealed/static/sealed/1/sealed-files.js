// <sealed-files>: the files beside the words of a record. Pictures can be looked at; everything else
// is only ever saved, never rendered here.

import { PICTURES, openFile } from "./files.js";
import { button, clearNote, explain } from "./notes.js";
import { make, sentence } from "./page.js";

class SealedFiles extends HTMLElement {
  connectedCallback() {
    if (this.record) return;
    this.record = this.closest("sealed-record");
    this.record.addEventListener("sealed:opened", ({ detail }) => this.show(detail.words));
    document.addEventListener("sealed:locked", () => this.replaceChildren());
  }

  show(words) {
    const files = words[this.getAttribute("word")] ?? [];
    this.replaceChildren(...files.map((file) => this.line(file)));
  }

  line(file) {
    const line = make("p", `${file.name} · ${Math.ceil(file.size / 1024)} kB `);
    line.append(button(sentence("file-open"), () => this.open(file, line)));
    return line;
  }

  async open(file, line) {
    try {
      const bytes = await openFile(this.record.getAttribute("space"), file);
      clearNote(line);
      const isPicture = PICTURES.includes(file.type);
      const type = isPicture ? file.type : "application/octet-stream";
      const address = URL.createObjectURL(new Blob([bytes], { type }));
      line.append(isPicture ? picture(address, file.name) : saved(address, file.name));
    } catch (error) {
      explain(line, error);
    }
  }
}

const picture = (address, alt) => make("img", "", { src: address, alt, class: "sealed-picture" });

function saved(address, name) {
  const link = make("a", sentence("file-save"), { href: address, download: name, class: "button" });
  link.click();
  return link;
}

customElements.define("sealed-files", SealedFiles);
