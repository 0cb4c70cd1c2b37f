// Lays the answers to a pulse beside each other once all of them are open.

import { onLock } from "../../sealed/1/sealed.js";
import { isWhole, spread, valuesOf, worthATalk } from "./pulse_compare.js";

const FIRST = 3;
const SVG = "http://www.w3.org/2000/svg";
const page = document.querySelector("[data-pulse-result]");
const { themes, tables, far, low } = JSON.parse(document.getElementById("pulse-shown").textContent);
const records = Array.from(page.querySelectorAll(":scope > sealed-record"));
const people = [];

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

function dot(value, isMine) {
  const circle = document.createElementNS(SVG, "circle");
  circle.setAttribute("class", isMine ? "dot-me" : "dot-you");
  circle.setAttribute("cx", `${(value - 1) * 25}%`);
  circle.setAttribute("cy", "12");
  circle.setAttribute("r", isMine ? "6" : "8");
  return circle;
}

// Rings below, so that a filled dot inside one stays visible.
function dots({ columns }, values) {
  const given = columns.map(({ is_mine }, at) => ({ isMine: is_mine, value: values[at] }));
  const drawn = given.filter(({ value }) => value > 0).sort((one, other) => one.isMine - other.isMine);
  return drawn.map(({ value, isMine }) => dot(value, isMine));
}

function sentenceOf(table, values) {
  if (!isWhole(values)) return "";
  return table.sentences[table.is_signed ? values[0] - values[1] : spread(values)];
}

function rowOf(table, theme) {
  const values = valuesOf(table, theme.key, people);
  const row = copyOf("pulse-row");
  row.querySelector(".theme").textContent = theme.name;
  row.querySelector(".said").textContent = sentenceOf(table, values);
  row.querySelector("svg").append(...dots(table, values));
  row.append(...values.map(cell));
  return row;
}

function cell(value) {
  const made = document.createElement("td");
  made.textContent = value || "–";
  return made;
}

function isAnswered(table, { key }) {
  return valuesOf(table, key, people).some((value) => value > 0);
}

function lineOf({ name, question }) {
  const line = copyOf("pulse-worth-line");
  line.querySelector("h3").textContent = name;
  line.querySelector("p").textContent = question;
  return line;
}

function show() {
  tables.forEach((table, at) => {
    const rows = themes.filter((theme) => isAnswered(table, theme)).map((it) => rowOf(table, it));
    page.querySelector(`[data-pulse-table="${at}"] tbody`).replaceChildren(...rows);
  });
  const worth = worthATalk(tables, themes, people, { far, low }).slice(0, FIRST);
  const lines = worth.map((key) => lineOf(themes.find((theme) => theme.key === key)));
  page.querySelector("[data-pulse-worth]").replaceChildren(...lines);
  page.querySelector("[data-pulse-none]").hidden = lines.length > 0;
  page.setAttribute("data-state", "shown");
}

function clear() {
  people.length = 0;
  page.removeAttribute("data-state");
  page.querySelector("[data-pulse-worth]").replaceChildren();
  for (const body of page.querySelectorAll("[data-pulse-table] tbody")) body.replaceChildren();
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    people[Number(record.querySelector("[data-pulse-of]").dataset.pulseOf)] = detail.words;
    if (people.filter(Boolean).length === records.length) show();
  });
}
onLock(clear);
