// Every way in which sealed material is refused, by name; the same names as in Python.

export const REFUSALS = new Set([
  "not-canonical", "key-malformed", "key-weak", "shared-secret-zero", "wrong-key", "damaged",
  "truncated", "too-large", "not-an-envelope", "not-a-blob", "not-a-wrap", "suite-unknown", "version-unknown",
  "header-malformed", "wrong-space", "wrong-object", "wrong-class", "wrong-revision",
  "chain-broken", "epoch-unknown", "author-not-member", "author-key-mismatch",
  "padding-malformed", "signature-invalid", "body-malformed", "statement-malformed",
  "statement-mismatch", "slot-malformed", "slot-type-unknown", "kdf-unknown", "kdf-too-weak",
  "kdf-too-costly", "prf-malformed", "phrase-too-short", "code-malformed", "code-check-failed",
  "keyring-malformed", "log-malformed", "log-operation-unknown", "log-not-from-member",
  "log-member-unknown", "log-not-approved", "succession-unproven", "rotation-missing",
  "space-closed", "key-changed", "log-empty", "grant-malformed", "grant-mismatch",
  "key-commitment-mismatch", "history-withheld", "agreement-mismatch",
]);

export class Refused extends Error {
  constructor(refusal) {
    super(refusal);
    if (!REFUSALS.has(refusal)) throw new TypeError(`no such refusal: ${refusal}`);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

export function require(condition, refusal) {
  if (!condition) throw new Refused(refusal);
}
