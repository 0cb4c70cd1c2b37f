// Takes points from the library into the agenda, moves them, and adds up their minutes.

const form = document.querySelector("form:has([data-words-list=items])");
const list = form.querySelector("[data-words-list=items]");
const more = form.querySelector("[data-words-add=items]");
const sum = form.querySelector("[data-agenda-sum]");
const taken = form.querySelector("[data-agenda-taken]");

const points = () => Array.from(list.querySelectorAll(":scope > [data-words-item]"));
const word = (point, name) => point.querySelector(`[data-word="${name}"]`);
const changed = () => list.dispatchEvent(new Event("input", { bubbles: true }));
const isBlank = (point) => ["title", "minutes", "note"].every((name) => word(point, name).value === "");

function addUp() {
  const minutes = points().map((point) => Number(word(point, "minutes").value) || 0);
  const total = minutes.reduce((before, each) => before + each, 0);
  sum.textContent = total ? sum.dataset.agendaSum.replace("{n}", total) : "";
}

// While the words are locked nothing can be added, and the button that adds says so.
function take({ dataset: { title, minutes, note } }) {
  if (more.disabled) return;
  const [last] = points().slice(-1);
  if (!last || !isBlank(last)) more.click();
  const [point] = points().slice(-1);
  for (const [name, value] of Object.entries({ title, minutes, note })) word(point, name).value = value;
  taken.textContent = taken.dataset.agendaTaken.replace("{title}", title);
  changed();
}

function move(button) {
  const point = button.closest("[data-words-item]");
  const all = points();
  const at = all.indexOf(point);
  if (button.dataset.agendaMove === "up") all[at - 1]?.before(point);
  else all[at + 1]?.after(point);
  button.focus();
  changed();
}

form.addEventListener("click", ({ target }) => {
  const taking = target.closest("[data-agenda-take]");
  const moving = target.closest("[data-agenda-move]");
  if (taking) {
    take(taking);
    taking.focus();
  }
  if (moving) move(moving);
  addUp();
});
form.addEventListener("input", addUp);
form.addEventListener("sealed:opened", () => setTimeout(addUp));
