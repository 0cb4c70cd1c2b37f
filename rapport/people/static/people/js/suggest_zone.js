/* The device knows its time zone: chosen where nothing was chosen yet, else suggested. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function suggest(hint, select) {
  hint.querySelector("[data-zone]").textContent = zone;
  hint.querySelector("button").addEventListener("click", () => {
    select.value = zone;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    hint.hidden = true;
  });
  hint.hidden = false;
}

for (const hint of document.querySelectorAll("[data-suggest-zone]")) {
  const select = document.getElementById(hint.dataset.suggestZone);
  const known = [...select.options].some((option) => option.value === zone);
  if (!known || select.value === zone) continue;
  if (hint.hasAttribute("data-choose")) select.value = zone;
  else suggest(hint, select);
}
