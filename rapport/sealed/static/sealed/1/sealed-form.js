// A form with sealed fields waits until all of them are sealed; then it goes on its native way.

import { isUnlocked, resumed } from "./session.js";
import { askToUnlock } from "./unlock-dialog.js";
import { clearNote, explain, showNote } from "./notes.js";
import { pressedIn } from "./outbox.js";
import { sentence } from "./page.js";

const watched = new WeakSet();
const busy = new WeakSet();
const sealed = new WeakSet();

export function sealBeforeSending(form) {
  if (!form || watched.has(form)) return;
  watched.add(form);
  form.addEventListener("submit", (event) => {
    if (sealed.delete(form)) return;
    event.preventDefault();
    if (!busy.has(form)) send(form, event.submitter);
  });
}

async function send(form, submitter) {
  const parts = Array.from(form.elements).filter((part) => typeof part.seal === "function");
  busy.add(form);
  // Pressed while tab or words are still being opened: the press counts, it only has to wait.
  await resumed;
  await Promise.all(parts.map((part) => part.opening));
  const done = areOpen(parts) && (await sealAll(parts, form, submitter));
  busy.delete(form);
  if (!done) return;
  // Where nothing had to be sealed we are still inside the first submit, which allows no second.
  await new Promise((next) => setTimeout(next));
  sealed.add(form);
  form.requestSubmit(submitter);
}

// What is locked, waiting or refused has empty inputs: sealing those would overwrite words.
function areOpen(parts) {
  const closed = parts.find((part) => part.getAttribute("state") !== "open");
  if (!closed) return true;
  closed.scrollIntoView({ block: "center" });
  if (!isUnlocked()) askToUnlock();
  return false;
}

// One after the other: each envelope of an author names the one before it.
async function sealAll(parts, form, submitter) {
  const chain = new Map();
  for (const part of parts) {
    try {
      await part.seal(chain);
      clearNote(part);
    } catch (error) {
      explain(part, error);
      part.scrollIntoView({ block: "center" });
      if (isOffline(error)) await sendLater(parts, part, form, submitter);
      return false;
    }
  }
  return true;
}

// A request that never arrived anywhere, as browsers say it.
const isOffline = (error) => error instanceof TypeError && !navigator.onLine;

// The words are kept sealed in this browser; as soon as there is a connection they go. Should the
// page be closed or the tab lock itself before that, they go when they are opened again.
async function sendLater(parts, refused, form, submitter) {
  showNote(refused, sentence("offline"));
  globalThis.addEventListener("online", () => form.requestSubmit(submitter), { once: true });
  const pressed = pressedIn(form, submitter);
  for (const part of parts) await part.keepDraft?.({ pressed });
}
