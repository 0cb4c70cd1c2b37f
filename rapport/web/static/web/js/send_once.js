/* A form sends once, however often it is pressed. */
const sent = new WeakSet();

function isPost(form) {
  return form.getAttribute("method")?.toLowerCase() === "post";
}

// The document hears a submit last: whoever stopped it before (sealing first, say) is respected.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isPost(form)) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  event.submitter?.setAttribute("aria-disabled", "true");
});

// A page that comes back out of the browser's memory may send again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) sent.delete(form);
  for (const button of document.querySelectorAll("form [aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
});
