// Puts what changed between one's own two opened looks into the form; nothing leaves before a press.

import { onLock } from "../../sealed/1/sealed.js";

const NO_CHANGE = 3;
const form = document.querySelector("[data-skills-pool]");
const looks = [];

const say = (steps) => (steps > 0 ? `+${steps}` : steps < 0 ? `−${-steps}` : "±0");

function changeOf(key) {
  const [start, end] = looks.map((words) => Number(words[key]) || 0);
  return start && end ? Math.max(-2, Math.min(end - start, 2)) : null;
}

function reveal(isWhole) {
  form.querySelector("[data-skills-figures]").hidden = !isWhole;
  form.querySelector("[data-skills-missing]").hidden = isWhole;
  form.querySelector("[data-skills-send]").hidden = !isWhole;
}

function show() {
  if (!looks[0] || !looks[1]) return;
  const inputs = Array.from(form.querySelectorAll("[data-skill-change]"));
  const changes = inputs.map(({ name }) => changeOf(name));
  inputs.forEach((input, at) => {
    const steps = changes[at];
    input.value = steps === null ? "" : NO_CHANGE + steps;
    const shown = form.querySelector(`[data-skill-shown="${input.name}"]`);
    shown.textContent = steps === null ? "" : say(steps);
  });
  reveal(changes.every((steps) => steps !== null));
}

function forget() {
  looks.length = 0;
  for (const input of form.querySelectorAll("[data-skill-change]")) input.value = "";
  for (const shown of form.querySelectorAll("[data-skill-shown]")) shown.textContent = "";
  reveal(false);
  form.querySelector("[data-skills-missing]").hidden = true;
}

if (form) {
  for (const mark of form.querySelectorAll("[data-look]")) {
    mark.closest("sealed-record").addEventListener("sealed:opened", ({ detail }) => {
      looks[Number(mark.dataset.look)] = detail.words;
      show();
    });
  }
  onLock(forget);
}
