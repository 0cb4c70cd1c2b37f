// Takes three figures out of one's own opened pulse into the form; nothing leaves before a press.

import { onLock } from "../../sealed/1/sealed.js";

const form = document.querySelector("[data-pool]");
const record = form?.querySelector("sealed-record");

function show(words) {
  const inputs = Array.from(form.querySelectorAll("[data-pool-of]"));
  for (const input of inputs) {
    input.value = words[input.dataset.poolOf] ?? "";
    form.querySelector(`[data-pool-shown="${input.name}"]`).textContent = input.value;
  }
  const isWhole = inputs.every(({ value }) => Number(value) > 0);
  form.querySelector("[data-pool-figures]").hidden = !isWhole;
  form.querySelector("[data-pool-missing]").hidden = isWhole;
  form.querySelector("[data-pool-send]").hidden = !isWhole;
}

function forget() {
  for (const input of form.querySelectorAll("[data-pool-of]")) input.value = "";
  for (const shown of form.querySelectorAll("[data-pool-shown]")) shown.textContent = "";
  form.querySelector("[data-pool-figures]").hidden = true;
  form.querySelector("[data-pool-send]").hidden = true;
}

if (record) {
  record.addEventListener("sealed:opened", ({ detail }) => show(detail.words));
  onLock(forget);
}
