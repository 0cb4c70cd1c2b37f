// Counts who speaks for how long, by presses alone: no microphone, no word, nothing sent. What is kept
// for a reload and for one's reflection are seconds, in this tab.

const place = document.querySelector("[data-talk]");
const key = `talk-${place?.dataset.talk}`;
const EMPTY = { mine: 0, others: 0, who: "nobody", since: 0 };

const read = () => JSON.parse(sessionStorage.getItem(key)) ?? EMPTY;

// What was counted up to now, whoever is speaking.
function counted(state) {
  const spent = state.who === "nobody" ? 0 : (Date.now() - state.since) / 1000;
  return { ...state, [state.who]: (state[state.who] ?? 0) + spent, since: Date.now() };
}

function draw(state) {
  for (const button of place.querySelectorAll("[data-talk-who]")) {
    button.setAttribute("aria-pressed", String(button.dataset.talkWho === state.who));
  }
  const whole = state.mine + state.others;
  const said = place.querySelector("[data-talk-said]");
  said.hidden = whole < 1;
  const share = Math.round((100 * state.mine) / (whole || 1));
  said.textContent = place.dataset.share.replace("{share}", share);
}

function keep(state) {
  const { mine, others, who, since } = state;
  sessionStorage.setItem(key, JSON.stringify({ mine, others, who, since }));
  draw(state);
}

if (place) {
  draw(read());
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-talk-who]");
    if (button) keep({ ...counted(read()), who: button.dataset.talkWho });
  });
}
