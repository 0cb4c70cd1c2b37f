// Turns an opened address on the shelf into a link, when it is one; anything else stays words.

import { onLock } from "../../sealed/1/sealed.js";

const KINDS = new Set(["https:", "http:"]);

function addressOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && KINDS.has(url.protocol) ? url.href : null;
}

function draw(place, text) {
  const href = addressOf(text);
  if (!href) return;
  const link = document.createElement("a");
  link.href = href;
  link.rel = "noopener noreferrer";
  link.textContent = text;
  place.hidden = true;
  place.after(link);
}

const places = Array.from(document.querySelectorAll("[data-shelf-link]"));
for (const place of places) {
  place.closest("sealed-record").addEventListener("sealed:opened", ({ detail }) => {
    draw(place, (detail.words.address ?? "").trim());
  });
}

onLock(() => {
  for (const place of places) {
    place.hidden = false;
    place.parentElement.querySelector("a")?.remove();
  }
});
