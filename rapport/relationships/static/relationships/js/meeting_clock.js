// Shows one point of the agenda at a time and how long it has left; never a sound, never a shake.
// What is kept for a reload are a place and two moments, in this tab; no word of the agenda.

import { onLock } from "../../sealed/1/sealed.js";

const page = document.querySelector("[data-session]");
const part = (name) => page.querySelector(`[data-session-${name}]`);
const key = `session-${page.dataset.session}`;
const pause = page.querySelector("[data-session-do=pause]");
const go = page.querySelector("[data-session-do=next] span");

let points = Array.from(part("plan").children, (each) => ({
  title: each.textContent,
  minutes: Number(each.dataset.minutes),
}));
let state = JSON.parse(sessionStorage.getItem(key)) ?? { place: -1, since: 0, stopped: 0 };
let awake = null;

function clockFace(seconds) {
  const whole = Math.round(Math.abs(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const words = (name, values) =>
  Object.entries(values).reduce((text, [at, value]) => text.replace(`{${at}}`, value), page.dataset[name]);

function write(name, text) {
  if (part(name).textContent !== text) part(name).textContent = text;
}

function draw() {
  const point = points[state.place];
  go.textContent = state.place < 0 ? go.dataset.begin : go.dataset.go;
  pause.setAttribute("aria-pressed", String(Boolean(state.stopped)));
  if (state.place < 0) return;
  if (!point) {
    for (const name of ["left", "then", "place"]) write(name, "");
    write("point", page.dataset.end);
    part("bar").value = 1;
    return;
  }
  const spent = ((state.stopped || Date.now()) - state.since) / 1000;
  const left = point.minutes * 60 - spent;
  write("point", point.title);
  write("place", `${state.place + 1} / ${points.length}`);
  write("left", words(left < 0 ? "over" : "left", { time: clockFace(left) }));
  const then = points[state.place + 1];
  write("then", then ? words("next", { title: then.title }) : page.dataset.last);
  part("bar").value = Math.min(1, spent / (point.minutes * 60 || 1));
}

function keep(changes) {
  state = { ...state, ...changes };
  sessionStorage.setItem(key, JSON.stringify(state));
  draw();
}

const to = (place) => ({ place, since: Date.now(), stopped: 0 });
const ACTS = {
  next: () => to(Math.min(points.length, state.place + 1)),
  back: () => to(Math.max(0, state.place - 1)),
  pause: () =>
    state.stopped ? { since: state.since + Date.now() - state.stopped, stopped: 0 } : { stopped: Date.now() },
};

async function stayAwake() {
  if (awake || document.hidden || !navigator.wakeLock) return;
  awake = await navigator.wakeLock.request("screen").catch(() => null);
  awake?.addEventListener("release", () => (awake = null));
}

for (const button of page.querySelectorAll("[data-session-do]")) {
  button.addEventListener("click", () => {
    keep(ACTS[button.dataset.sessionDo]());
    stayAwake();
  });
}

page.querySelector("sealed-record")?.addEventListener("sealed:opened", ({ detail }) => {
  const items = (detail.words.items ?? []).filter(({ title }) => title);
  if (items.length) points = items.map(({ title, minutes }) => ({ title, minutes: Number(minutes) || 5 }));
  draw();
});

onLock(() => {
  points = [];
  for (const name of ["point", "then"]) write(name, "");
});

draw();
setInterval(draw, 1000);
