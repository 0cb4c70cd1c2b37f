// <space-circle>: who is in these pages, as the signed log says, and what a member can do about it.

import { onLock, onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import * as circle from "./circle.js";
import { button, clearNote, showNote, showTrouble } from "./notes.js";
import { make, person, sentence, urls } from "./page.js";

class SpaceCircle extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute("state")) return;
    this.setAttribute("state", "locked");
    onUnlock(() => this.open());
    onLock(() => this.show([]));
    this.addEventListener("sealed:compared", () => this.open());
  }

  get sid() {
    return this.getAttribute("space");
  }

  async open() {
    try {
      const space = await openSpace(this.sid);
      const waiting = await circle.waiting(space);
      clearNote(this);
      this.names = Object.fromEntries(
        [...space.told.members, ...space.told.candidates].map(({ id, name }) => [id, name]),
      );
      this.show([...this.members(space), ...this.arriving(space, waiting), this.own(space)]);
      this.setAttribute("state", "open");
    } catch (error) {
      showTrouble(this, error);
    }
  }

  show(parts) {
    for (const part of this.querySelectorAll(":scope > :not(.sealed-note)")) part.remove();
    this.prepend(...parts);
  }

  members(space) {
    const others = Object.keys(space.state.members).filter((user) => user !== person);
    return [person, ...others].map((user) => this.card(user, this.deedsFor(space, user), isLost(space, user)));
  }

  deedsFor(space, user) {
    if (user === person) return [];
    const deeds = [];
    if (isLost(space, user)) deeds.push(["circle-restore", () => circle.restore(this.sid, user)]);
    if (lacksThePast(space, user)) deeds.push(["circle-past", () => circle.sharePages(this.sid, user)]);
    if (!space.state.closed && Object.keys(space.state.members).length > 2) {
      deeds.push(["circle-put-out", () => circle.putOut(this.sid, user)]);
    }
    return deeds;
  }

  // A change that waits, else the people who may be let in.
  arriving(space, waiting) {
    if (waiting) return [this.proposal(waiting)];
    if (space.state.closed) return [];
    const { candidates } = space.told;
    const ready = candidates.filter(({ id }) => circle.newestOf(space, id));
    return ready.map(({ id }) =>
      this.card(id, [["circle-admit", () => circle.admit(this.sid, id)]], true),
    );
  }

  proposal({ step, missing }) {
    const who = [...step.fresh, ...step.granted.filter((user) => step.op === "share")];
    const names = [...new Set(who.length > 0 ? who : step.left)].map((user) => this.names[user]);
    const card = make("section", "", { class: "sheet" });
    const values = { by: this.names[step.author], who: names.join(", ") };
    card.append(make("p", sentence(`circle-waits-${step.op}`, values)));
    const deeds = [["circle-refuse", () => circle.refuse(this.sid)]];
    if (missing.includes(person)) deeds.unshift(["circle-agree", () => circle.agree(this.sid)]);
    else card.append(make("p", sentence("circle-waiting"), { class: "quiet" }));
    card.append(...this.buttons(deeds, values.who));
    return card;
  }

  own({ state }) {
    const card = make("section", "", { class: "sheet sunk" });
    const deeds = state.closed
      ? [["circle-reopen", () => circle.reopenSpace(this.sid)]]
      : [
          ["circle-new-key", () => circle.newKey(this.sid)],
          ["circle-close", () => circle.closeSpace(this.sid)],
        ];
    if (Object.keys(state.members).length > 1) {
      deeds.push(["circle-leave", () => circle.leaveSpace(this.sid), urls.home]);
    }
    card.append(make("p", sentence(state.closed ? "circle-closed" : "circle-open")));
    card.append(...this.buttons(deeds, ""));
    return card;
  }

  card(user, deeds, newest) {
    const card = make("section", "", { class: "sheet" });
    const name = user === person ? sentence("circle-you") : this.names[user];
    const number = make("safety-number", "", { space: this.sid, person: user });
    number.toggleAttribute("newest", newest);
    card.append(make("h2", name), number, ...this.buttons(deeds, name));
    return card;
  }

  buttons(deeds, who) {
    if (deeds.length === 0) return [];
    const row = make("div", "", { class: "actions" });
    row.append(...deeds.map(([name, deed, next]) => this.button(name, deed, who, next)));
    return [row];
  }

  // Pressed once, each asks once more: what is signed cannot be taken back.
  button(name, deed, who, next) {
    const made = button(sentence(name, { who }), async () => {
      if (made.dataset.sure === undefined) {
        made.dataset.sure = "";
        made.textContent = sentence("circle-sure", { what: made.textContent });
        return;
      }
      made.disabled = true;
      await this.attempt(deed, next);
    });
    return made;
  }

  async attempt(deed, next) {
    try {
      const missing = await deed();
      if (next) location.assign(next);
      await this.open();
      if (missing?.length > 0) showNote(this, sentence("circle-sent"));
    } catch (error) {
      showTrouble(this, error);
    }
  }
}

// Her newest keys are not those in the log: she lost the old ones.
function isLost(space, user) {
  const newest = circle.newestOf(space, user);
  return Boolean(newest) && newest.hash !== space.state.members[user]?.hash;
}

// She is in the newest epoch and was not, with these keys, in the first one; nothing was shared.
function lacksThePast({ state, keys }, user) {
  const { hash } = state.members[user];
  const shared = state.grantings.some(({ op, grants, members }) =>
    op === "share" && Object.hasOwn(grants, user) && members[user].hash === hash);
  const all = Array.from({ length: state.epoch - 1 }, (_, at) => at + 1);
  return !shared && state.epochs[1][user]?.hash !== hash && all.every((epoch) => keys[epoch]);
}

customElements.define("space-circle", SpaceCircle);
