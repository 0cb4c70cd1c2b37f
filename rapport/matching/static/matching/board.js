/* One act on the board: sent, then shown as the server answers. Others call `act`. */
const board = document.querySelector("[data-board]");
const form = document.getElementById("board-form");
const line = document.querySelector("[data-board-said]");

export function seatOf(card) {
  return card.closest("[data-seat]");
}

export function nameIn(part) {
  return part.querySelector("[data-name]").textContent;
}

export function say(words) {
  line.textContent = words;
  line.hidden = words === "";
}

function count(seat) {
  seat.querySelector("[data-count]").textContent = String(seat.querySelectorAll("[data-card]").length);
}

function show(card, state) {
  const before = seatOf(card);
  const seat = board.querySelector(`[data-seat="${state.mentor}"]`) ?? before;
  if (seat !== before) seat.querySelector("ul").append(card);
  card.classList.toggle("fixed", state.locked);
  card.querySelector("[data-fit]").textContent = state.fit;
  card.querySelector("[data-lock]").setAttribute("aria-pressed", String(state.locked));
  for (const button of card.querySelectorAll("[data-lock], [data-out]")) button.hidden = state.mentor === "";
  for (const each of [before, seat]) count(each);
  return seat;
}

/** Carries out `what` on a card; `mentor` is whom she gets. The focus stays with the card. */
export async function act(card, what, mentor = "") {
  const body = new FormData(form);
  const words = { act: what, mentee: card.dataset.card, seen: seatOf(card).dataset.seat, mentor };
  for (const [name, value] of Object.entries(words)) body.set(name, value);
  let state;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    state = await answer.json();
  } catch {
    say(form.dataset.lost ?? "");
    location.reload();
    return;
  }
  const seat = state.mentor === undefined ? seatOf(card) : show(card, state);
  const told = state.locked ? `, ${board.dataset.fixed}` : "";
  say(state.done ? `${nameIn(card)}: ${nameIn(seat)}${told}` : state.sentence);
  card.querySelector("[data-move]").focus();
}

board?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-lock], [data-out]");
  if (!button) return;
  const isLock = button.hasAttribute("data-lock");
  const isFixed = button.getAttribute("aria-pressed") === "true";
  act(button.closest("[data-card]"), isLock ? (isFixed ? "release" : "lock") : "out");
});
