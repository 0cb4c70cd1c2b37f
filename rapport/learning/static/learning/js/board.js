// Boards that lie open show new cards by themselves; and a clock that counts the minutes down.

const SECONDS = 4;
const boards = document.querySelector("[data-boards]");
const clock = document.querySelector("[data-countdown]");

function card(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

// Only what is new is added, so that nobody loses her place while reading.
function show(cards) {
  for (const list of boards.querySelectorAll("[data-board]")) {
    const known = list.children.length;
    list.append(...cards[list.dataset.board].slice(known).map(card));
  }
}

async function look() {
  if (document.hidden) return;
  const answer = await fetch(boards.dataset.boards, { cache: "no-store", redirect: "error" });
  if (answer.ok) show(await answer.json());
}

function count(until) {
  const left = Math.max(0, Math.round((until - Date.now()) / 1000));
  const [minutes, seconds] = [Math.floor(left / 60), String(left % 60).padStart(2, "0")];
  clock.querySelector("[data-countdown-left]").textContent = `${minutes}:${seconds}`;
  if (left > 0) setTimeout(() => count(until), 500);
}

// A connection that is gone for a moment is no reason to stop looking.
if (boards) setInterval(() => look().catch(() => {}), SECONDS * 1000);
if (clock) {
  clock.hidden = false;
  const start = clock.querySelector("[data-countdown-start]");
  start.addEventListener("click", () => count(Date.now() + clock.dataset.countdown * 60_000));
}
