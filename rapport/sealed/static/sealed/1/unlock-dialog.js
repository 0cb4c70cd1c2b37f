// Unlocking without leaving the page: what is typed stays where it is.

import { isUnlocked, onLock, onUnlock, resumed } from "./session.js";
import { hasKeys } from "./page.js";

const template = document.getElementById("sealed-unlocking");
if (template) document.body.prepend(template.content.cloneNode(true));
const dialog = document.getElementById("sealed-dialog");
const bar = document.getElementById("sealed-bar");
const SEALED = "sealed-record, sealed-field, agreement-signature, [data-needs-unlocking]";

export function askToUnlock() {
  if (isUnlocked()) return Promise.resolve();
  dialog?.showModal();
  return new Promise((resolve) => {
    document.addEventListener("sealed:unlocked", resolve, { once: true });
  });
}

onUnlock(() => {
  dialog?.close();
  showBar();
});
onLock(showBar);
resumed.then(showBar);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-sealed-unlock]")) askToUnlock();
});

// The bar is there only where something on the page is sealed and this tab is locked.
function showBar() {
  if (!bar) return;
  bar.hidden = isUnlocked() || !document.querySelector(SEALED);
  for (const part of bar.querySelectorAll("[data-keys]")) {
    part.hidden = part.dataset.keys !== (hasKeys ? "there" : "missing");
  }
}
