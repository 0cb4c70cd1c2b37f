/* Passkeys: the library's options go to the browser, the browser's answer goes into the form. */

/* The answer also carries what a passkey can unlock; that must never leave the browser. */
function withoutUnlocking(credential) {
  const answer = credential.toJSON();
  delete answer.clientExtensionResults?.prf;
  return answer;
}

function forCreation({ publicKey }) {
  const selection = { ...publicKey.authenticatorSelection };
  Object.assign(selection, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  /* Some devices can unlock sealed pages later only if they were asked for it when made. */
  const extensions = { ...publicKey.extensions, prf: {} };
  return PublicKeyCredential.parseCreationOptionsFromJSON({ ...publicKey, authenticatorSelection: selection, extensions });
}

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return answer.json();
}

async function ask(form) {
  const { creation_options: create, request_options: request } = await options(form);
  if (create) return navigator.credentials.create({ publicKey: forCreation(create) });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(request.publicKey);
  await announce("asking", { publicKey }, "before");
  const answer = await navigator.credentials.get({ publicKey });
  await announce("answered", { answer }, "after");
  return answer;
}

/* Another module of the page may have something to add, and may take its time for it. */
async function announce(name, given, waits) {
  const detail = { ...given, [waits]: [] };
  document.dispatchEvent(new CustomEvent(`passkey:${name}`, { detail }));
  await Promise.allSettled(detail[waits]);
}

async function answerInto(form) {
  const trouble = form.querySelector("[data-trouble]");
  trouble.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(withoutUnlocking(await ask(form)));
    form.submit();
  } catch (error) {
    // Cancelled, timed out, or this device has no fitting passkey: the browser never says which.
    console.info(error.name);
    trouble.hidden = false;
  }
}

const able = Boolean(globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON);
for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !able;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    answerInto(form);
  }, { capture: true });
}
for (const note of document.querySelectorAll("[data-no-passkey]")) note.hidden = able;
