// Says how many cards are sorted or chosen, while somebody does it.

function count(form) {
  for (const place of form.querySelectorAll("[data-sort-count]")) {
    const part = place.dataset.sortOf ? form.querySelector(`#${place.dataset.sortOf}`) : form;
    const sorted = part.querySelectorAll(".deck input:checked").length;
    place.textContent = place.dataset.sortCount.replace("{n}", sorted);
  }
}

for (const form of document.querySelectorAll("[data-sort-form]")) {
  form.addEventListener("change", () => count(form));
  form.addEventListener("sealed:opened", () => count(form));
}
