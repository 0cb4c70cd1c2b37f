/* Asks before a form with unsaved words is left. */
const changed = new Set();

for (const form of document.querySelectorAll("form[data-keep]")) {
  form.addEventListener("input", () => changed.add(form));
}

// Heard last, as in send_once.js: a submit that was stopped leaves the words unsaved.
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) changed.clear();
});

window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
