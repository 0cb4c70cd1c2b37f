// Copies words from one sealed field into another on the same page, for the person to look over.

function copy(from, to) {
  for (const source of from.querySelectorAll("[data-word]")) {
    const target = to.querySelector(`[data-word="${source.dataset.word}"]`);
    if (target) target.value = source.value;
  }
  to.dispatchEvent(new Event("input", { bubbles: true }));
  to.querySelector("[data-word]")?.focus();
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy-words]");
  if (!button) return;
  const { copyWords, copyTo } = button.dataset;
  const [from, to] = [document.querySelector(copyWords), document.querySelector(copyTo)];
  // A field that is still opening would write over what was copied.
  if (to.getAttribute("state") === "open") copy(from, to);
  else to.addEventListener("sealed:opened", () => copy(from, to), { once: true });
});
