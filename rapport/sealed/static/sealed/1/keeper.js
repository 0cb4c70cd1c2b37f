// After unlocking, does what waits for this person's keys: found, join or approve a space.

import { onUnlock } from "./session.js";
import { openSpace } from "./spaces.js";
import { pending } from "./page.js";

onUnlock(async () => {
  for (const sid of pending ?? []) {
    try {
      await openSpace(sid);
    } catch {
      // A space that is not ready, or not sound, says so where its words are shown.
    }
  }
});
