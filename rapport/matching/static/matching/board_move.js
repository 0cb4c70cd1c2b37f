/* Moving by keyboard, touch or screen reader: a dialog with the mentors who have a place. */
import { act, nameIn, seatOf } from "./board.js";

const board = document.querySelector("[data-board]");
const dialog = document.getElementById("move-dialog");
const choice = dialog?.querySelector("[data-move-mentor]");
let held = null;

function option(one) {
  const made = new Option(one.name, one.number);
  made.disabled = !one.may;
  return made;
}

async function open(card) {
  held = card;
  dialog.querySelector("[data-move-who]").textContent = `${nameIn(card)} – ${nameIn(seatOf(card))}`;
  const answer = await fetch(`${board.dataset.fit}${card.dataset.card}/`, { headers: { Accept: "application/json" } });
  const { mentors } = await answer.json();
  const others = mentors.filter((one) => one.number !== seatOf(card).dataset.seat);
  choice.replaceChildren(...others.map(option));
  choice.selectedIndex = others.findIndex((one) => one.may);
  dialog.querySelector("[data-move-none]").hidden = others.length > 0;
  dialog.querySelector("[data-move-out]").hidden = seatOf(card).dataset.seat === "";
  dialog.showModal();
  choice.focus();
}

function put(what, mentor) {
  dialog.close();
  act(held, what, mentor);
}

board?.addEventListener("click", (event) => {
  const mover = event.target.closest("[data-move]");
  if (!mover) return;
  event.preventDefault();
  open(mover.closest("[data-card]"));
});
choice?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && choice.value) put("move", choice.value);
});
dialog?.querySelector("[data-move-here]").addEventListener("click", () => choice.value && put("move", choice.value));
dialog?.querySelector("[data-move-out]").addEventListener("click", () => put("out", ""));
dialog?.addEventListener("close", () => held?.querySelector("[data-move]").focus());
