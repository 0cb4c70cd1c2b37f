// Storing a space key in the person's keyring, also when another tab was quicker.

import { fromHex, hex } from "./encoding.js";
import { unwrapKeyring, withSpace, wrapKeyring } from "./keyring.js";
import { remember, secrets } from "./session.js";
import { ServerSaysNo, ask, post } from "./server.js";
import { urls } from "./page.js";

const TRIES = 5;

export async function storeKey(sid, entry) {
  for (let attempt = 1; ; attempt += 1) {
    const { amk, keyring } = await secrets();
    const next = withSpace(keyring, sid, entry);
    try {
      await post(urls.keyring, { rev: next.rev, wrapped: hex(await wrapKeyring(next, amk)) });
      remember({ keyring: next });
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
