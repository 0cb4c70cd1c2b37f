// The label that every derivation, signature and sealing begins with.

import { utf8 } from "./encoding.js";

export const PURPOSES = [
  "identity", "keyring", "draft", "slot", "prf", "key-statement", "key-succession", "grant",
  "key-commit", "space-log", "space-approval", "content", "blob", "sig", "agreement", "fp",
];

export function label(purpose) {
  if (!PURPOSES.includes(purpose)) throw new TypeError(`no such purpose: ${purpose}`);
  return utf8(`ssp/1/${purpose}\0`);
}
