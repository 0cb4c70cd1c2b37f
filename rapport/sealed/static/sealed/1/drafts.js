// What was typed and not yet stored, sealed under the master key, kept in this browser.

import { canonical, parseCanonical } from "./canonical.js";
import { unwrap, wrap } from "./box.js";
import { drop, keep, namesOn, take } from "./store.js";
import { secrets } from "./session.js";

// Where something waits to be sent, without its words: read on pages that open nothing.
const MARKS = "sealed-waiting";

const shelfName = (user, name) => `${user} ${name}`;

export async function keepDraft(name, draft) {
  const { user, amk } = await secrets();
  const wrapped = await wrap(amk, "draft", { user, name }, canonical(draft));
  await keep("drafts", shelfName(user, name), wrapped);
  mark(user, name, draft.pressed?.address);
}

// Resolves with {words, base, revision, saved_at, sent, pressed} or null; `pressed` is empty unless
// it was to be sent and could not be. An unreadable draft is as good as none.
export async function takeDraft(name) {
  const { user, amk } = await secrets();
  const wrapped = await take("drafts", shelfName(user, name));
  if (!wrapped) return null;
  try {
    return parseCanonical(await unwrap(amk, "draft", { user, name }, wrapped));
  } catch {
    return null;
  }
}

export async function dropDraft(name) {
  const { user } = await secrets();
  await drop("drafts", shelfName(user, name));
  mark(user, name);
}

function mark(user, name, address) {
  const marks = JSON.parse(localStorage.getItem(MARKS) ?? "{}");
  const { [name]: _before, ...others } = marks[user] ?? {};
  const hers = address ? { ...others, [name]: address } : others;
  localStorage.setItem(MARKS, JSON.stringify({ ...marks, [user]: hers }));
}

// All that was to be sent and still is here, each with the name it is kept under.
export async function waitingDrafts(user) {
  const own = (await namesOn("drafts")).filter((name) => name.startsWith(`${user} `));
  const names = own.map((name) => name.slice(user.length + 1));
  const drafts = await Promise.all(names.map(async (name) => ({ name, ...(await takeDraft(name)) })));
  return drafts.filter(({ pressed }) => pressed?.address);
}
