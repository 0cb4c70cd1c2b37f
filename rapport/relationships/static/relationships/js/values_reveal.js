// Shows the values of everybody together once all sealed cards on the page are open.

import { onLock } from "../../sealed/1/sealed.js";
import { compare } from "./values_compare.js";

const MOST = 6;
const page = document.querySelector("[data-values-reveal]");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const cards = read("values-cards");
const labels = Object.fromEntries(read("values-choices").map(({ value, label }) => [value, label]));
const records = Array.from(page.querySelectorAll("sealed-record"));
const opened = new Map();

const nameIn = (record) => record.querySelector("[data-values-of]").dataset.valuesOf;
const labelOf = (answer) => labels[answer] ?? "–";

function lineOf({ card, answers }, people) {
  const line = document.getElementById("value-line").content.firstElementChild.cloneNode(true);
  line.querySelector("h3").textContent = card.label;
  line.querySelector("p").textContent = card.question;
  line.querySelector("dl").append(...people.map(({ name }, at) => answerOf(name, answers[at])));
  return line;
}

// Side by side, never one below the other.
function answerOf(name, answer) {
  const pair = document.createElement("div");
  pair.append(cell("dt", name), cell("dd", labelOf(answer)));
  return pair;
}

function fill(selector, lines, people) {
  const list = page.querySelector(selector);
  list.replaceChildren(...lines.map((line) => lineOf(line, people)));
  const none = list.parentElement.querySelector("[data-values-none]");
  if (none) none.hidden = lines.length > 0;
}

function cell(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function rowOf(label, answers, people) {
  const row = document.createElement("tr");
  const cells = people.map(({ name }, at) => cell("td", labelOf(answers[at]), { "data-label": name }));
  row.append(cell("th", label, { scope: "row" }), ...cells);
  return row;
}

function ownRows(own, people) {
  return own.flatMap((list, at) =>
    list.map(({ name, importance }) =>
      rowOf(name, people.map((_, place) => (place === at ? importance : undefined)), people),
    ),
  );
}

function show() {
  const people = records.map((record) => ({ name: nameIn(record), words: opened.get(record) }));
  const { common, different, all, own } = compare(people, cards);
  fill("[data-values-common]", common, people);
  fill("[data-values-different]", different.slice(0, MOST), people);
  const rows = all.map(({ card, answers }) => rowOf(card.label, answers, people));
  page.querySelector("[data-values-all]").replaceChildren(...ownRows(own, people), ...rows);
  page.setAttribute("data-state", "shown");
}

function clear() {
  opened.clear();
  page.removeAttribute("data-state");
  for (const name of ["common", "different", "all"]) {
    page.querySelector(`[data-values-${name}]`).replaceChildren();
  }
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    opened.set(record, detail.words);
    if (opened.size === records.length) show();
  });
}
onLock(clear);
