// What was typed and not yet stored, sealed under the master key, kept in this browser.

import { canonical, parseCanonical } from "./canonical.js";
import { unwrap, wrap } from "./box.js";
import { drop, keep, take } from "./store.js";
import { secrets } from "./session.js";

const shelfName = (user, name) => `${user} ${name}`;

export async function keepDraft(name, draft) {
  const { user, amk } = await secrets();
  const wrapped = await wrap(amk, "draft", { user, name }, canonical(draft));
  await keep("drafts", shelfName(user, name), wrapped);
}

// Resolves with {words, revision, saved_at, sent} or null; an unreadable draft is as good as none.
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
}
