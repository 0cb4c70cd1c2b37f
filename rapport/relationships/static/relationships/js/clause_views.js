// What each says of the clauses, laid beside the draft as it reads now. An acceptance is bound to
// the words it was given to: when they change, it stands no more.

const page = document.querySelector("[data-clauses]");
const sections = Array.from(page?.querySelectorAll("[data-clause]") ?? []);
const draft = page?.querySelector("sealed-record");
const field = page?.querySelector("sealed-field");
const views = new Map();
let texts = null;
let saved = null;

const textOf = (key) => texts?.[key] ?? "";
const input = (key, part) => field.querySelector(`[data-word="${key}_${part}"]`);
const fillIn = (template, values) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), template);

function item(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}

function sentenceOf(name, words, key) {
  const say = words[`${key}_say`];
  const note = (words[`${key}_note`] ?? "").trim();
  const accepts = say === "accept" && words[`${key}_text`] === textOf(key);
  const kind = accepts ? "accepts" : { accept: "changed", talk: "talk" }[say];
  const sentence = kind ? fillIn(page.dataset[kind], { name }) : "";
  if (!note) return sentence;
  return sentence ? `${sentence} “${note}”` : `${name}: “${note}”`;
}

function showOthers() {
  for (const section of sections) {
    const { clause } = section.dataset;
    const said = Array.from(views, ([name, words]) => sentenceOf(name, words, clause));
    section.querySelector("[data-clause-others]").replaceChildren(...said.filter(Boolean).map(item));
  }
  const sums = Array.from(views, ([name, words]) => item(sumOf(name, words)));
  page.querySelector("[data-clause-sum]").replaceChildren(...sums);
}

function sumOf(name, words) {
  const keys = sections.map(({ dataset }) => dataset.clause);
  const n = keys.filter((key) => words[`${key}_say`] === "accept" && words[`${key}_text`] === textOf(key));
  return fillIn(page.dataset.sum, { name, n: n.length, all: keys.length });
}

// What I accepted before it was worded anew I have to read and say again.
function bindMine(section) {
  const { clause } = section.dataset;
  const accepted = field.querySelector(`[data-word="${clause}_say"][value="accept"]`);
  const note = section.querySelector("[data-clause-mine]");
  const isOld = accepted.checked && saved[clause] !== textOf(clause);
  if (isOld) accepted.checked = false;
  note.hidden = !isOld;
  note.textContent = isOld ? page.dataset.mineChanged : "";
  input(clause, "text").value = textOf(clause);
}

function refresh() {
  if (!texts) return;
  showOthers();
  if (saved) sections.forEach(bindMine);
}

draft?.addEventListener("sealed:opened", ({ target, detail }) => {
  if (target === draft) texts = detail.words;
  if (target === field) {
    const entries = sections.map(({ dataset }) => [dataset.clause, input(dataset.clause, "text").value]);
    saved = Object.fromEntries(entries);
  }
  refresh();
});

for (const mark of document.querySelectorAll("[data-clause-view]")) {
  mark.closest("sealed-record").addEventListener("sealed:opened", ({ detail }) => {
    views.set(mark.dataset.clauseView, detail.words);
    refresh();
  });
}
