// When the same words were changed in two places: both stand side by side, and nothing is lost.

import { button } from "./notes.js";
import { make, sentence } from "./page.js";
import { readWords, writeWords } from "./word-inputs.js";

export function showBoth(field, saved) {
  field.querySelector(":scope > .sealed-both")?.remove();
  const panel = make("section", "", { class: "sealed-both", "aria-live": "polite" });
  const take = button(sentence("both-take"), () => {
    writeWords(field, { ...readWords(field), ...saved }, { shrink: true });
    panel.remove();
    field.dispatchEvent(new Event("input"));
  });
  panel.append(
    make("h3", sentence("both-title")),
    make("p", sentence("both-explained")),
    ...Object.entries(saved).flatMap(([word, value]) => shown(field, word, value)),
    take,
  );
  field.append(panel);
}

function shown(field, word, value) {
  const input = field.querySelector(`[data-word="${word}"]`);
  const label = input?.labels?.[0]?.firstChild?.textContent?.trim() || word;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return [make("h4", label), make("p", text, { class: "sealed-words" })];
}
