// One quiet sentence at an element: why it is locked, waiting or refused.

import { Refused } from "./refusals.js";
import { NotReady } from "./spaces.js";
import { make, sentence } from "./page.js";

export function showNote(element, text, { alarming = false } = {}) {
  const note = noteOf(element) ?? element.appendChild(make("p", "", { class: "sealed-note" }));
  note.setAttribute("role", alarming ? "alert" : "status");
  note.textContent = text;
  return note;
}

export const clearNote = (element) => noteOf(element)?.remove();

// Says in a sentence why words could not be opened or sealed.
export function showTrouble(element, error) {
  if (error instanceof NotReady) {
    element.setAttribute("state", "waiting");
    showNote(element, sentence("waiting", { who: error.waitingFor.join(", ") }));
    return;
  }
  element.setAttribute("state", "refused");
  const reason = error instanceof Refused ? error.refusal : "unexpected";
  const note = showNote(element, sentence(reason, { name: reason }), { alarming: true });
  note.dataset.refusal = reason;
}

const noteOf = (element) => element.querySelector(":scope > .sealed-note");

export function button(text, act) {
  const made = make("button", text, { type: "button", class: "button quiet" });
  made.addEventListener("click", act);
  return made;
}
