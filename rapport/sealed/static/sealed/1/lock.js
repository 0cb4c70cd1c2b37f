// Locking by hand, and always when signing out.

import { lock } from "./session.js";

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-sealed-lock]")) lock();
});

document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches("[data-sign-out], form[action$='/logout/']")) return;
    event.preventDefault();
    lock().finally(() => event.target.submit());
  },
  { capture: true },
);
