// A form with sealed fields waits until all of them are sealed; then it goes on its native way.

import { isUnlocked } from "./session.js";
import { askToUnlock } from "./unlock-dialog.js";
import { showTrouble } from "./notes.js";

const watched = new WeakSet();
const sealedForms = new WeakSet();

export function sealBeforeSending(form) {
  if (!form || watched.has(form)) return;
  watched.add(form);
  form.addEventListener("submit", (event) => {
    if (sealedForms.delete(form)) return;
    event.preventDefault();
    sealAll(form, event.submitter);
  });
}

async function sealAll(form, submitter) {
  if (!isUnlocked()) await askToUnlock();
  const chain = new Map();
  for (const part of form.elements) {
    if (typeof part.seal !== "function") continue;
    try {
      // One after the other: each envelope of an author names the one before it.
      await part.seal(chain);
    } catch (error) {
      showTrouble(part, error);
      part.scrollIntoView({ block: "center" });
      return;
    }
  }
  sealedForms.add(form);
  form.requestSubmit(submitter);
}
