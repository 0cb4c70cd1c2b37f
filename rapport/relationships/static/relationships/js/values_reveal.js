// Shows the cards of everybody together once all sealed cards on the page are open.

import { onLock } from "../../sealed/1/sealed.js";
import { compare } from "./values_compare.js";

const MOST = 6;
const page = document.querySelector("[data-values-reveal]");
const groups = JSON.parse(document.getElementById("card-groups").textContent);
const records = Array.from(page.querySelectorAll("sealed-record"));
const opened = new Map();

const nameIn = (record) => record.querySelector("[data-values-of]").dataset.valuesOf;
const placeOf = ({ key }) => page.querySelector(`[data-group="${key}"]`);
const labelOf = ({ choices }, answer) =>
  choices.find(({ value }) => value === answer)?.label ?? "–";

function lineOf(group, { card, answers }, people) {
  const line = document.getElementById("value-line").content.firstElementChild.cloneNode(true);
  line.querySelector("h3").textContent = card.label;
  line.querySelector("p").textContent = card.question ?? page.dataset.ownQuestion;
  const sides = people.map(({ name }, at) => answerOf(name, labelOf(group, answers[at])));
  line.querySelector("dl").append(...sides);
  return line;
}

// Side by side, never one below the other.
function answerOf(name, label) {
  const pair = document.createElement("div");
  pair.append(cell("dt", name), cell("dd", label));
  return pair;
}

function fill(group, selector, lines, people) {
  const list = placeOf(group).querySelector(selector);
  list.replaceChildren(...lines.map((line) => lineOf(group, line, people)));
  const none = list.parentElement.querySelector("[data-values-none]");
  if (none) none.hidden = lines.length > 0;
}

function cell(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function rowOf(group, { card, answers }, people) {
  const row = document.createElement("tr");
  const cells = people.map(({ name }, at) =>
    cell("td", labelOf(group, answers[at]), { "data-label": name }),
  );
  row.append(cell("th", card.label, { scope: "row" }), ...cells);
  return row;
}

function showGroup(group, people) {
  const { common, different, all, own } = compare(people, group.cards, group.own);
  fill(group, "[data-values-common]", common, people);
  fill(group, "[data-values-different]", [...own, ...different.slice(0, MOST)], people);
  const rows = [...own, ...all].map((line) => rowOf(group, line, people));
  placeOf(group).querySelector("[data-values-all]").replaceChildren(...rows);
}

function show() {
  const people = records.map((record) => ({ name: nameIn(record), words: opened.get(record) }));
  for (const group of groups) showGroup(group, people);
  page.setAttribute("data-state", "shown");
}

function clear() {
  opened.clear();
  page.removeAttribute("data-state");
  for (const name of ["common", "different", "all"]) {
    for (const part of page.querySelectorAll(`[data-values-${name}]`)) part.replaceChildren();
  }
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    opened.set(record, detail.words);
    if (opened.size === records.length) show();
  });
}
onLock(clear);
