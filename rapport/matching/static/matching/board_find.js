/* Finding somebody on the board, and going from card to card with the arrow keys. */
const board = document.querySelector("[data-board]");
const find = document.querySelector("[data-find]");

find?.addEventListener("input", () => {
  const words = find.value.trim().toLocaleLowerCase();
  for (const seat of board.querySelectorAll("[data-seat]")) {
    seat.hidden = words !== "" && !seat.textContent.toLocaleLowerCase().includes(words);
  }
});

board?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const card = event.target.closest("[data-card]");
  if (!step || !card) return;
  const cards = [...board.querySelectorAll("[data-seat]:not([hidden]) [data-card]")];
  const next = cards[cards.indexOf(card) + step];
  if (!next) return;
  event.preventDefault();
  next.querySelector("[data-move]").focus();
});
