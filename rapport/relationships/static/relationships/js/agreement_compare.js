// Lays two versions of the agreement side by side, clause by clause, and marks what differs.

import { onLock } from "../../sealed/1/sealed.js";

const page = document.querySelector("[data-comparison]");
const records = Array.from(document.querySelectorAll("sealed-record:has([data-version])"));
const sections = Array.from(page.querySelectorAll("[data-clause]"));
const sides = [];

function stateOf([before, after]) {
  if (before === after) return "same";
  if (!before) return "added";
  return after ? "changed" : "gone";
}

function showClause(section) {
  const texts = sides.map((words) => (words[section.dataset.clause] ?? "").trim());
  section.hidden = texts.every((text) => text === "");
  texts.forEach((text, at) => {
    section.querySelector(`[data-side="${at}"]`).textContent = text || "–";
  });
  const state = stateOf(texts);
  section.toggleAttribute("data-changed", state !== "same");
  // What stayed as it was is said once, so that what changed is found between it.
  section.toggleAttribute("data-same", state === "same");
  for (const twice of section.querySelectorAll("h3, .side + .side")) twice.hidden = state === "same";
  section.querySelector("[data-state]").textContent = page.dataset[state];
}

function clear() {
  sides.length = 0;
  for (const text of page.querySelectorAll("[data-side]")) text.textContent = "";
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    sides[Number(record.querySelector("[data-version]").dataset.version)] = detail.words;
    if (sides.filter(Boolean).length === records.length) sections.forEach(showClause);
  });
}
onLock(clear);
