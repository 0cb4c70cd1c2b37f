// Asking a passkey for its pseudo-random function. What it gives never leaves this browser: nothing
// of its answer is posted anywhere.

import { Refused } from "./refusals.js";
import { concat, fromHex, hex, random, utf8 } from "./encoding.js";
import { digest } from "./canonical.js";
import { label } from "./labels.js";

export const canAskPasskeys = () => typeof globalThis.PublicKeyCredential === "function";

// Constants, so that the sign-in page can ask before anybody is known.
export async function prfExtension() {
  const [first, second] = await Promise.all(["1", "2"].map(inputOf));
  return { prf: { eval: { first, second } } };
}

const inputOf = (which) => digest(concat(label("prf"), utf8(which)));

// Resolves with {credential, secret} in hexadecimal; `credentials` are those that have a slot.
export async function askPasskey(credentials = []) {
  const allowCredentials = credentials.map((id) => ({ type: "public-key", id: fromHex(id) }));
  const answer = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials,
      userVerification: "required",
      extensions: await prfExtension(),
    },
  });
  const secret = secretOf(answer);
  if (!secret) throw new Refused("prf-malformed");
  return { credential: hex(new Uint8Array(answer.rawId)), secret };
}

// Both results joined, or null where the passkey cannot do it.
export function secretOf(answer) {
  const { results } = answer.getClientExtensionResults().prf ?? {};
  if (!results?.first || !results.second) return null;
  return hex(concat(new Uint8Array(results.first), new Uint8Array(results.second)));
}
