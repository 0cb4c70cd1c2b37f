// Fills the table of each phase with what was seen at its start and its end, and says what changed.
// The first two columns are one's own; nothing of it ever leaves the browser.

import { onLock } from "../../sealed/1/sealed.js";

const tables = Array.from(document.querySelectorAll("[data-skills]"));
const valueOf = (words, key) => Number(words?.[key]) || 0;

function cell(row, at) {
  return row.querySelector(`[data-at="${at}"]`);
}

function changeOf(table, row) {
  const [start, end] = [0, 1].map((at) => Number(cell(row, at).textContent));
  if (!start || !end) return "";
  return JSON.parse(table.dataset.changes)[Math.sign(end - start)];
}

function show(table, at, words) {
  for (const row of table.querySelectorAll("[data-skill]")) {
    cell(row, at).textContent = valueOf(words, row.dataset.skill) || "–";
    row.querySelector("[data-change]").textContent = changeOf(table, row);
  }
}

for (const table of tables) {
  for (const mark of table.querySelectorAll("[data-column]")) {
    mark.closest("sealed-record").addEventListener("sealed:opened", ({ detail }) => {
      show(table, mark.dataset.column, detail.words);
    });
  }
}

onLock(() => {
  for (const place of document.querySelectorAll("[data-skills] :is(td, [data-change])")) {
    place.textContent = place.matches("td") ? "–" : "";
  }
});
