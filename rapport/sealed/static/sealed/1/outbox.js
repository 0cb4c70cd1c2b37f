// What was to be sent while there was no connection. It is marked in its sealed draft, so that it
// goes when the connection is back, also after the page was closed and is opened again.

import { make, person, sentence } from "./page.js";
import { onLock, onUnlock } from "./session.js";
import { button, showNote } from "./notes.js";
import { dropDraft, waitingDrafts } from "./drafts.js";

const resuming = new WeakSet();
const SHOWN = 80;
const NEVER_KEPT = ["hidden", "file", "password", "submit", "button"];

// Kept with the draft: what stands in the other inputs, where to go, and which button was pressed.
export function pressedIn(form, submitter) {
  return {
    address: location.pathname + location.search,
    button: submitter?.name ? [submitter.name, submitter.value] : [],
    others: othersIn(form).map(({ name, value, checked }) => [name, value.toWellFormed(), checked === true]),
    files: filesIn(form),
  };
}

const othersIn = (form) =>
  Array.from(form.elements).filter(
    (input) => input.name && "value" in input && !NEVER_KEPT.includes(input.type),
  );

const filesIn = (form) =>
  Array.from(form.querySelectorAll("input[type=file]")).flatMap(({ files }) =>
    Array.from(files, ({ name }) => name.toWellFormed()),
  );

// Once for each form, when all its parts have opened; not where somebody has to look first.
export async function sendWaiting(form, pressed) {
  if (resuming.has(form)) return;
  resuming.add(form);
  const parts = Array.from(form.elements).filter((part) => typeof part.seal === "function");
  await Promise.all(parts.map((part) => part.opening));
  putBack(form, pressed.others);
  const [first] = parts;
  if (parts.some((part) => part.mustBeLookedAt)) return;
  if (pressed.files.length > 0) {
    showNote(first, sentence("offline-files", { names: pressed.files.join(", ") }));
    return;
  }
  showNote(first, sentence("offline-sending"));
  form.requestSubmit(buttonOf(form, pressed.button));
}

function putBack(form, kept) {
  const inputs = Map.groupBy(othersIn(form), ({ name }) => name);
  for (const [name, value, checked] of kept) {
    const input = inputs.get(name)?.shift();
    if (!input) continue;
    if (input.type === "checkbox" || input.type === "radio") input.checked = checked;
    else input.value = value;
  }
}

function buttonOf(form, [name, value]) {
  const buttons = Array.from(form.querySelectorAll("button, input[type=submit]"));
  return name ? buttons.find((button) => button.name === name && button.value === value) : null;
}

// On any other page of hers: what still waits to be sent, and where.
onUnlock(async () => {
  const here = location.pathname + location.search;
  const waiting = (await waitingDrafts(person)).filter(({ pressed }) => pressed.address !== here);
  removeNotes();
  document.querySelector("main")?.prepend(...waiting.map(noteOn));
});

onLock(removeNotes);

function removeNotes() {
  for (const note of document.querySelectorAll(".sealed-waiting, [data-not-sent]")) note.remove();
}

function noteOn({ name, words, pressed }) {
  const note = make("p", sentence("offline-waits", { words: beginningOf(words) }), {
    class: "sealed-note sealed-waiting",
    role: "status",
  });
  const discard = button(sentence("offline-discard"), async () => {
    await dropDraft(name);
    note.remove();
  });
  note.append(" ", make("a", sentence("offline-go"), { href: pressed.address }), " ", discard);
  return note;
}

function beginningOf(words) {
  const text = Object.values(words).find((value) => typeof value === "string" && value.trim()) ?? "";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
}
