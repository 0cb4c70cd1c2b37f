// Asks once more what was worth a talk last time. The answers of last time never leave the browser.

import { pairTables, worthATalk } from "./pulse_compare.js";

const MOST = 4;
const form = document.querySelector("[data-pulse-form]");
const records = Array.from(document.querySelectorAll("[data-last-pulse] sealed-record"));
const people = [];

function askAgain() {
  const themes = Array.from(form.querySelectorAll("[data-theme]"), ({ dataset }) => ({
    key: dataset.theme,
  }));
  const limits = { far: Number(form.dataset.far), low: Number(form.dataset.low) };
  const worth = worthATalk(pairTables(people.length), themes, people, limits);
  const more = worth.map((key) => form.querySelector(`[data-theme="${key}"][data-again]`));
  for (const card of more.filter(Boolean).slice(0, MOST)) card.hidden = false;
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    people[Number(record.querySelector("[data-pulse-of]").dataset.pulseOf)] = detail.words;
    if (people.filter(Boolean).length === records.length) askAgain();
  });
}
