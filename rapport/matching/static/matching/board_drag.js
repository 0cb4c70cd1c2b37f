/* Dragging a card from one seat to another. */
import { act, seatOf } from "./board.js";

const board = document.querySelector("[data-board]");
let held = null;

board?.addEventListener("dragstart", (event) => {
  held = event.target.closest?.("[data-card]");
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", held.dataset.card);
  held.classList.add("dragged");
});

board?.addEventListener("dragover", (event) => {
  const seat = event.target.closest("[data-seat]");
  if (!held || !seat) return;
  event.preventDefault();
  for (const other of board.querySelectorAll(".over")) if (other !== seat) other.classList.remove("over");
  seat.classList.add("over");
});

board?.addEventListener("drop", (event) => {
  const seat = event.target.closest("[data-seat]");
  if (!held || !seat) return;
  event.preventDefault();
  if (seat !== seatOf(held)) act(held, seat.dataset.seat ? "move" : "out", seat.dataset.seat);
});

board?.addEventListener("dragend", () => {
  held?.classList.remove("dragged");
  for (const seat of board.querySelectorAll(".over")) seat.classList.remove("over");
  held = null;
});
