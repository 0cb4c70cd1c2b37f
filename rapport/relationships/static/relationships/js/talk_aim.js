// Lays what was spoken beside what one meant to speak; fills in what the phone counted in this tab.

import { onLock } from "../../sealed/1/sealed.js";

const place = document.querySelector("[data-talk-aim]");
const [aim, share] = ["aim", "share"].map((name) => place?.querySelector(`[data-word=talk_${name}]`));
const verdict = place?.querySelector("[data-talk-verdict]");

function countedHere() {
  const state = JSON.parse(sessionStorage.getItem(`talk-${place.dataset.talkAim}`));
  const whole = state ? state.mine + state.others : 0;
  return whole >= 1 ? Math.round((100 * state.mine) / whole) : null;
}

function judge() {
  const isWhole = aim.value !== "" && share.value !== "";
  verdict.hidden = !isWhole;
  const { within, beyond } = verdict.dataset;
  verdict.textContent = Number(share.value) <= Number(aim.value) ? within : beyond;
}

if (place) {
  place.closest("sealed-field").addEventListener("sealed:opened", () => {
    const counted = countedHere();
    if (share.value === "" && counted !== null) share.value = counted;
    judge();
  });
  place.addEventListener("input", judge);
  onLock(() => (verdict.hidden = true));
}
