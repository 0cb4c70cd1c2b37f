// Draws an opened agenda with the time at which each point begins.

import { onLock } from "../../sealed/1/sealed.js";

const { lang, dataset } = document.documentElement;
const clock = new Intl.DateTimeFormat(lang || undefined, {
  hour: "numeric",
  minute: "2-digit",
  timeZone: dataset.zone || undefined,
});
const lists = Array.from(document.querySelectorAll("ol[data-agenda]"));

function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

function line(list, item, begins) {
  const row = document.createElement("li");
  row.append(
    part("start", clock.format(begins)),
    part("title", item.title ?? ""),
    part("minutes", list.dataset.minutes.replace("{n}", item.minutes ?? "")),
  );
  if (item.note) row.append(part("note", item.note));
  return row;
}

function draw(list, items) {
  let begins = new Date(list.dataset.starts).valueOf();
  let total = 0;
  const rows = items.map((item) => {
    const row = line(list, item, begins);
    const minutes = Number(item.minutes) || 0;
    begins += minutes * 60_000;
    total += minutes;
    return row;
  });
  list.replaceChildren(...rows);
  const sum = list.parentElement.querySelector("[data-agenda-total]");
  if (sum) sum.textContent = sentence(list, total);
}

function sentence({ dataset: { total, all } }, minutes) {
  return minutes ? total.replace("{n}", minutes).replace("{all}", all) : "";
}

for (const list of lists) {
  const record = list.closest("sealed-record");
  record.addEventListener("sealed:opened", ({ detail }) => {
    draw(list, detail.words[list.dataset.agenda] ?? []);
  });
}
onLock(() => lists.forEach((list) => draw(list, [])));
