// What members do with their circle: let somebody in, give the past, leave, put out, renew, close.
// Each act makes one entry of the log; the others' browsers judge it like ours does.

import { require } from "./refusals.js";
import { fromHex, hex, now } from "./encoding.js";
import { approveEntry } from "./log-entry.js";
import { judge } from "./space-log.js";
import { openGrant } from "./grants.js";
import { beginEpoch, leave, sharePast, turnKey } from "./changes.js";
import { sendEntry } from "./entries.js";
import { storeChecked } from "./rings.js";
import { pinsOf } from "./pins.js";
import { asEntry, forgetSpaces, openSpace } from "./spaces.js";
import { erase, post } from "./server.js";
import { spaceUrl } from "./page.js";

// The newest statement of a person that the server tells; her number must be compared.
export function newestOf({ statements }, user) {
  const hers = Object.values(statements).filter((one) => one.user === user);
  return hers.sort((one, other) => other.gen - one.gen)[0];
}

export const admit = (sid, user) =>
  change(sid, (space) => {
    const members = { ...space.state.members, [user]: newestOf(space, user) };
    return beginEpoch(space.state, "add", members, space);
  });

export const sharePages = (sid, user) =>
  change(sid, (space) => sharePast(space.state, space.keys, user, space));

export const putOut = (sid, user) =>
  change(sid, async (space) => {
    const { [user]: gone, ...members } = space.state.members;
    return beginEpoch(space.state, "remove", members, space, await endOf(space, gone.user));
  });

export const newKey = (sid) =>
  change(sid, (space) => beginEpoch(space.state, "rotate", space.state.members, space));

export const leaveSpace = (sid) => change(sid, (space) => leave(space.state, space, space.heads.seq));
export const closeSpace = (sid) => change(sid, (space) => turnKey(space.state, "close", space));
export const reopenSpace = (sid) => change(sid, (space) => turnKey(space.state, "reopen", space));

// "I have spoken to her, and the number is the same": her new keys take the place of the old ones.
export async function restore(sid, user) {
  const statement = newestOf(await openSpace(sid), user);
  await change(sid, async (space) => {
    const members = { ...space.state.members, [user]: statement };
    return beginEpoch(space.state, "succeed", members, space, await endOf(space, user));
  });
  await compared(sid, statement);
  return sharePages(sid, user);
}

// Two people have compared: only this browser can write that down, in the sealed keyring.
export async function compared(sid, statement) {
  await storeChecked(statement, now().slice(0, 10));
  forgetSpaces();
}

// The key in what waits is tried before it is approved: nobody agrees to a space she cannot read.
export async function agree(sid) {
  const space = await openSpace(sid);
  const { entry, next } = await waiting(space);
  const grant = space.told.proposal.grants[space.identity.user];
  if (grant) await openGrant(fromHex(grant), next, space.identity, next.log.n);
  const signature = hex(await approveEntry(entry.data, space.identity));
  await post(spaceUrl(sid, "proposal"), { entry: next.log.head, signature });
  forgetSpaces();
}

export async function refuse(sid) {
  await erase(spaceUrl(sid, "proposal"));
  forgetSpaces();
}

// What waits for approvals, judged: {entry, step, missing, next}, or null.
export async function waiting({ state, statements, told }) {
  if (!told.proposal) return null;
  const entry = asEntry(told.proposal);
  return { entry, ...(await judge(state, entry, statements)) };
}

async function change(sid, make) {
  const missing = await sendEntry(sid, await make(await openSpace(sid)));
  forgetSpaces();
  return missing;
}

// Where an author ended, as the server tells it; this browser may have seen more.
async function endOf({ sid, identity, told }, user) {
  const seen = (await pinsOf(identity.user, sid)).authors[user]?.seq ?? 0;
  require((told.ends[user] ?? 0) >= seen, "history-withheld");
  return { [user]: told.ends[user] ?? 0 };
}
