// Shows the trust cards of everybody together once all of them are open: first what all chose.

import { onLock } from "../../sealed/1/sealed.js";

const page = document.querySelector("[data-trust-reveal]");
const halves = JSON.parse(document.getElementById("trust-halves").textContent);
const records = Array.from(page.querySelectorAll(":scope > sealed-record"));
const people = [];

function line(template, text, question) {
  const made = document.getElementById(template).content.firstElementChild.cloneNode(true);
  made.querySelector("strong").textContent = text;
  made.lastElementChild.textContent = question;
  return made;
}

const chose = (words, half, { key }) => (words[half.key] ?? []).includes(key);

function showHalf(half) {
  const shared = half.cards.filter((card) => people.every((words) => chose(words, half, card)));
  const both = page.querySelector(`[data-trust-both="${half.key}"]`);
  both.replaceChildren(...shared.map(({ text, question }) => line("trust-shared", text, question)));
  for (const list of page.querySelectorAll(`[data-trust-one="${half.key}"]`)) {
    showOne(list, half, people[Number(list.dataset.person)], shared);
  }
}

function showOne(list, half, words, shared) {
  const alone = half.cards.filter((card) => chose(words, half, card) && !shared.includes(card));
  const lines = alone.map(({ text, question }) => line("trust-card", text, question));
  const own = (words[half.own] ?? "").trim();
  if (own) lines.push(line("trust-card", own, ""));
  list.replaceChildren(...lines);
}

function clear() {
  people.length = 0;
  page.removeAttribute("data-state");
  for (const list of page.querySelectorAll("ul")) list.replaceChildren();
}

for (const record of records) {
  record.addEventListener("sealed:opened", ({ detail }) => {
    people[Number(record.querySelector("[data-trust-of]").dataset.trustOf)] = detail.words;
    if (people.filter(Boolean).length < records.length) return;
    halves.forEach(showHalf);
    page.setAttribute("data-state", "shown");
  });
}
onLock(clear);
