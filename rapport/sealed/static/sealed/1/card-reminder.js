// Now and then somebody should try whether the card still opens her pages. When she did so last is
// known to this browser alone: trying leaves no trace at the server.

import { keep, take } from "./store.js";
import { onLock, onUnlock } from "./session.js";
import { button } from "./notes.js";
import { codeMadeOn, make, person, sentence, urls } from "./page.js";

const DAY = 24 * 60 * 60 * 1000;
const HALF_A_YEAR = 182 * DAY;
const LATER = 14 * DAY;

const nameOf = (user) => `card ${user}`;

export const noteTried = () => keep("pins", nameOf(person), Date.now());

onUnlock(async () => {
  const last = Math.max(Date.parse(codeMadeOn), (await take("pins", nameOf(person))) ?? 0);
  remove();
  // Whoever is about to get a new card need not look for the old one.
  if (document.querySelector("sealed-setup")) return;
  if (Date.now() - last > HALF_A_YEAR) document.querySelector("main")?.prepend(reminder());
});

onLock(remove);

function remove() {
  document.querySelector(".sealed-card-reminder")?.remove();
}

function reminder() {
  const note = make("p", `${sentence("card-reminder")} `, {
    class: "sealed-note sealed-card-reminder",
    role: "status",
  });
  const later = button(sentence("card-later"), async () => {
    await keep("pins", nameOf(person), Date.now() - HALF_A_YEAR + LATER);
    note.remove();
  });
  const acts = make("span", "", { class: "actions" });
  acts.append(make("a", sentence("card-try"), { href: `${urls.keys}#card` }), later);
  note.append(acts);
  return note;
}
