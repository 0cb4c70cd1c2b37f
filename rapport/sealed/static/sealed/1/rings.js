// Storing a change of the person's keyring, also when another tab was quicker.

import { fromHex, hex } from "./encoding.js";
import { unwrapKeyring, withChecked, withSpace, wrapKeyring } from "./keyring.js";
import { remember, secrets } from "./session.js";
import { ServerSaysNo, ask, post } from "./server.js";
import { urls } from "./page.js";

const TRIES = 5;

export const storeKeys = (sid, entry) => change((keyring) => withSpace(keyring, sid, entry));

export const storeChecked = (statement, day) =>
  change((keyring) => withChecked(keyring, statement, day));

let line = Promise.resolve();

// One after the other: a page that joins two spaces at once would overtake itself.
function change(next) {
  const turn = line.then(() => store(next));
  line = turn.catch(() => null);
  return turn;
}

async function store(next) {
  for (let attempt = 1; ; attempt += 1) {
    const { amk, keyring } = await secrets();
    const changed = next(keyring);
    try {
      const wrapped = hex(await wrapKeyring(changed, amk));
      await post(urls.keyring, { rev: changed.rev, wrapped });
      remember({ keyring: changed });
      return;
    } catch (error) {
      const overtaken = error instanceof ServerSaysNo && error.status === 409;
      if (!overtaken || attempt === TRIES) throw error;
      await refresh();
    }
  }
}

async function refresh() {
  const [{ user, amk }, mine] = [await secrets(), await ask(urls.mine)];
  const { wrapped, rev } = mine.keyring;
  remember({ keyring: await unwrapKeyring(fromHex(wrapped), amk, user, rev) });
}
