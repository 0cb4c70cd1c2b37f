// Low answers about respect or fear open the quiet ways out, on the screen of who gives them alone.

import { onLock } from "../../sealed/1/sealed.js";

const note = document.querySelector("[data-pulse-care]");
const form = document.querySelector("[data-pulse-form]");

function look() {
  const signs = form.dataset.signs.split(" ");
  note.hidden = !signs.some((sign) => isLow(form.querySelector(`[data-word="${sign}"]:checked`)));
}

function isLow(input) {
  const answer = Number(input?.value);
  return answer > 0 && answer <= Number(form.dataset.low);
}

if (form && note) {
  form.addEventListener("change", look);
  form.addEventListener("sealed:opened", look);
  onLock(() => (note.hidden = true));
}
