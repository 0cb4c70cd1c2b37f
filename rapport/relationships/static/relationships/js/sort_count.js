// Says how many cards are sorted, while somebody sorts.

function count(form) {
  const place = form.querySelector("[data-sort-count]");
  const sorted = form.querySelectorAll(".deck input:checked").length;
  if (place) place.textContent = place.dataset.sortCount.replace("{n}", sorted);
}

for (const form of document.querySelectorAll("[data-sort-form]")) {
  form.addEventListener("change", () => count(form));
  form.addEventListener("sealed:opened", () => count(form));
}
