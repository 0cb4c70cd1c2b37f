// One quiet sentence at an element: why it is locked, waiting or refused.

import { Refused } from "./refusals.js";
import { NotReady } from "./founding.js";
import { noteRefusal } from "./events.js";
import { make, person, sentence } from "./page.js";

export function showNote(element, text, { alarming = false } = {}) {
  const note = noteOf(element) ?? element.appendChild(make("p", "", { class: "sealed-note" }));
  note.setAttribute("role", alarming ? "alert" : "status");
  note.textContent = text;
  return note;
}

export const clearNote = (element) => noteOf(element)?.remove();

// Words could not be opened: the element is closed, and a sentence says why.
export function showTrouble(element, error) {
  element.setAttribute("state", error instanceof NotReady ? "waiting" : "refused");
  explain(element, error);
}

// A sentence that says why; what is typed stays, and sending may be tried again.
export function explain(element, error) {
  if (error instanceof NotReady) {
    const note = showNote(element, sentence(error.reason, { who: error.waitingFor.join(", ") }));
    if (error.agree) note.append(" ", button(sentence("supervised-known"), () => agree(error)));
    return;
  }
  const refused = error instanceof Refused;
  const reason = refused ? error.refusal : "unexpected";
  if (refused) noteRefusal(person, reason);
  const note = showNote(element, sentence(reason, { name: reason }), { alarming: true });
  note.dataset.refusal = reason;
}

async function agree(error) {
  await error.agree();
  location.reload();
}

const noteOf = (element) => element.querySelector(":scope > .sealed-note");

export function button(text, act) {
  const made = make("button", text, { type: "button", class: "button quiet" });
  made.addEventListener("click", act);
  return made;
}
