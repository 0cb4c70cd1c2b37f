// Grants: the key of a space, sealed to one member and bound to the log it belongs to.

import { require } from "./refusals.js";
import { concat } from "./encoding.js";
import { canonical, hexDigest } from "./canonical.js";
import { label } from "./labels.js";
import { hpkeOpen, hpkeSeal } from "./hpke.js";
import { requireKey } from "./space-log.js";

const SIZE = 80;

export function sealGrant(epoch, key, to, sender) {
  return hpkeSeal(to.x, key, infoOf(epoch, to, sender));
}

export async function openGrant(sealed, state, identity, prev = "") {
  require(sealed.length === SIZE, "grant-malformed");
  require(state.grants[identity.user] === (await hexDigest(sealed)), "grant-mismatch");
  const epoch = { sid: state.sid, ep: state.epoch, prev };
  const info = infoOf(epoch, state.members[identity.user], state.members[state.author]);
  const key = await hpkeOpen(identity.xPrivate, sealed, info);
  await requireKey(state, key);
  return key;
}

function infoOf({ sid, ep, prev }, to, sender) {
  const context = { sid, ep, to: to.user, to_ks: to.hash, from_ks: sender.hash, prev };
  return concat(label("grant"), canonical(context));
}
