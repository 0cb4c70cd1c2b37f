// Copies words from one sealed field into another on the same page, for the person to look over.

const PAIRS = "[data-copy-words]";

const ends = ({ dataset }) => [dataset.copyWords, dataset.copyTo].map((each) => document.querySelector(each));

const isOpen = (field) => field?.getAttribute("state") === "open";

function copy(from, to) {
  for (const source of from.querySelectorAll("[data-word]")) {
    const target = to.querySelector(`[data-word="${source.dataset.word}"]`);
    if (target) target.value = source.value;
  }
  to.dispatchEvent(new Event("input", { bubbles: true }));
  to.querySelector("[data-word]")?.focus();
}

// From a field that is still opening only emptiness could be copied, and into one it would be lost.
function offer() {
  for (const button of document.querySelectorAll(PAIRS)) button.disabled = !ends(button).every(isOpen);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest(PAIRS);
  if (button && ends(button).every(isOpen)) copy(...ends(button));
});
document.addEventListener("sealed:opened", offer);
offer();
