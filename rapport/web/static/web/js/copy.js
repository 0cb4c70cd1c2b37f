/* Copies the words of another element, and says so where it was asked. */
const AWHILE = 4000;

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const label = button.querySelector("[data-label]") ?? button;
  const before = label.textContent;
  await navigator.clipboard.writeText(source.textContent.trim());
  label.textContent = button.dataset.copied;
  setTimeout(() => { label.textContent = before; }, AWHILE);
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
