// The other's envelopes name the newest one she had seen. What she saw, the server must have: if
// it cannot show it here as well, something was held back from one of the two.

import { Refused, require } from "./refusals.js";
import { fromBase64 } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { openEnvelope, takeApart } from "./envelope.js";
import { isKnown, witnessed } from "./pins.js";
import { ask } from "./server.js";
import { spaceUrl } from "./page.js";

const PAUSE = 500;
const AT_ONCE = 20;
const wanted = new Map();
let pause;

// Asked once for all records of a page, after they were opened: most are among them.
export function expectSeen(space, { by, seen }, alarm) {
  if (seen === "" || by === space.identity.user) return;
  wanted.set(`${space.sid} ${seen}`, { space, seen, alarm });
  clearTimeout(pause);
  pause = setTimeout(() => lookFor(Array.from(wanted.values())), PAUSE);
}

async function lookFor(all) {
  wanted.clear();
  for (const { space, seen, alarm } of all) {
    const { user } = space.identity;
    if (await isKnown(user, space.sid, seen)) continue;
    try {
      await requireHas(space, seen);
      await witnessed(user, space.sid, seen);
    } catch (error) {
      if (error instanceof Refused) alarm(error);
    }
    if (all.length > AT_ONCE) await new Promise((next) => setTimeout(next));
  }
}

// The envelope itself, or the tomb under which its author erased it.
export async function requireHas(space, seen) {
  const { envelope } = await ask(spaceUrl(space.sid, `envelope?hash=${seen}`));
  require(typeof envelope === "string", "history-withheld");
  const bytes = fromBase64(envelope);
  if ((await hexDigest(bytes)) === seen) return;
  const { header } = await takeApart(bytes);
  const wantedTomb = { sid: space.sid, oid: header.oid, cls: "tomb" };
  const how = { wanted: wantedTomb, keys: space.keys, circle: space.state };
  const { body } = await openEnvelope(bytes, how);
  require(body.words.erased?.includes(seen) === true, "history-withheld");
}
