// Reading words out of inputs and putting them back: text, choices, boxes, and repeated groups.

const inputsIn = (root) =>
  Array.from(root.querySelectorAll("[data-word]")).filter((input) => ownerOf(input) === root);

const listsIn = (root) =>
  Array.from(root.querySelectorAll("[data-words-list]")).filter((list) => ownerOf(list) === root);

const itemsOf = (list) =>
  Array.from(list.children).filter((child) => child.matches("[data-words-item]"));

// The nearest repeated item or field that an input or list belongs to.
function ownerOf(element) {
  return element.parentElement.closest("[data-words-item], sealed-field");
}

export function readWords(root) {
  const words = {};
  for (const [name, inputs] of grouped(inputsIn(root))) words[name] = valueOf(inputs);
  for (const list of listsIn(root)) {
    words[list.dataset.wordsList] = itemsOf(list).map(readWords).filter((item) => !isEmpty(item));
  }
  return words;
}

// With `shrink`, lists that have a button for more lose the places that no word fills.
export function writeWords(root, words, { shrink = false } = {}) {
  for (const [name, inputs] of grouped(inputsIn(root))) setValue(inputs, words[name]);
  for (const list of listsIn(root)) {
    writeList(list, words[list.dataset.wordsList] ?? [], shrink && canGrow(root, list));
  }
}

// Nothing typed, nothing chosen, nothing ticked.
export function isEmpty(value) {
  if (typeof value === "object") return Object.values(value).every(isEmpty);
  return typeof value === "string" ? value.trim() === "" : value === false;
}

// A button in the field adds an item to a list or takes its own item away; says whether it did.
export function changeList(root, target) {
  const adding = target.closest("[data-words-add]");
  const removing = target.closest("[data-words-remove]");
  if (adding) {
    const list = root.querySelector(`[data-words-list="${adding.dataset.wordsAdd}"]`);
    addItem(list).querySelector("[data-word]")?.focus();
  } else removing?.closest("[data-words-item]").remove();
  return Boolean(adding || removing);
}

function addItem(list) {
  const template = list.querySelector(":scope > template");
  const item = template.content.firstElementChild.cloneNode(true);
  list.append(item);
  return item;
}

const canGrow = (root, list) =>
  root.querySelector(`[data-words-add="${list.dataset.wordsList}"]`) !== null;

function writeList(list, values, shrinks) {
  const items = itemsOf(list);
  while (items.length < values.length) items.push(addItem(list));
  while (shrinks && items.length > Math.max(values.length, 1)) items.pop().remove();
  items.forEach((item, at) => writeWords(item, values[at] ?? {}));
}

function grouped(inputs) {
  return Map.groupBy(inputs, (input) => input.dataset.word);
}

function valueOf([first, ...others]) {
  const all = [first, ...others];
  if (first.type === "radio") return all.find((input) => input.checked)?.value ?? "";
  if (first.type === "checkbox") {
    if (others.length === 0) return first.checked;
    return all.filter((input) => input.checked).map((input) => input.value);
  }
  if (first.multiple && first.options) return Array.from(first.selectedOptions, (one) => one.value);
  return first.value.toWellFormed();
}

function setValue([first, ...others], value) {
  const all = [first, ...others];
  if (first.type === "radio") all.forEach((input) => (input.checked = input.value === value));
  else if (first.type === "checkbox") all.forEach((input) => (input.checked = ticks(input, value)));
  else if (first.multiple && first.options) {
    for (const option of first.options) option.selected = (value ?? []).includes(option.value);
  } else first.value = value ?? "";
}

const ticks = (input, value) =>
  Array.isArray(value) ? value.includes(input.value) : value === true;
