// One gesture: the passkey that signs a person in also opens her pages, where it has a slot for that.
// What it gives waits in this tab for the next page, under a key that cannot be read out.

import { prfExtension, secretOf } from "./passkey.js";
import { hex } from "./encoding.js";
import { keepGesture } from "./gesture.js";

document.addEventListener("passkey:asking", ({ detail }) => {
  detail.before.push(
    prfExtension().then((extension) => {
      detail.publicKey.extensions = { ...detail.publicKey.extensions, ...extension };
    }),
  );
});

document.addEventListener("passkey:answered", ({ detail }) => {
  const secret = secretOf(detail.answer);
  if (!secret) return;
  const credential = hex(new Uint8Array(detail.answer.rawId));
  detail.after.push(keepGesture(credential, secret));
});
