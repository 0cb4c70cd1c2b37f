// Something was refused: it is written down in this browser, and said where it was asked for.

import { noteRefusal } from "./events.js";
import { make, person, sentence } from "./page.js";

// For what belongs to no element of the page: one line above all.
export function raiseAlarm({ refusal }) {
  noteRefusal(person, refusal);
  const words = sentence(refusal, { name: refusal });
  const bar = document.querySelector(".sealed-alarm") ?? make("aside", "", { class: "sealed-alarm" });
  bar.setAttribute("role", "alert");
  bar.dataset.refusal = refusal;
  bar.textContent = words;
  document.body.prepend(bar);
}
