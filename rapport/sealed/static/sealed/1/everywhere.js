// New keys come into force in every space at once: each gets a new epoch in which only they count.

import { openSpace } from "./spaces.js";
import { secrets } from "./session.js";

// Opening a space is what brings a new statement into its log. Should the page be closed halfway,
// the others follow when they are opened. Resolves with how many did not come along.
export async function renewEverywhere(tell) {
  const spaces = Object.keys((await secrets()).keyring.spaces);
  let behind = 0;
  for (const [at, sid] of spaces.entries()) {
    tell(at, spaces.length);
    try {
      await openSpace(sid);
    } catch {
      behind += 1;
    }
  }
  return behind;
}
