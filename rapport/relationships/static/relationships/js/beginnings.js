// Puts a text to begin from into sealed fields that open with nothing in them.
// Stands before the sealed elements in the page, so that no opening is missed.

function inputsOf(field) {
  return Array.from(field.querySelectorAll("[data-word]"));
}

function isEmpty(field) {
  return inputsOf(field).every((input) => input.value === "");
}

function begin(field) {
  if (field.getAttribute("revision") !== "0" || !isEmpty(field)) return;
  for (const input of inputsOf(field)) input.value = input.dataset.beginning ?? "";
}

for (const field of document.querySelectorAll("sealed-field")) {
  field.addEventListener("sealed:opened", () => begin(field));
}
