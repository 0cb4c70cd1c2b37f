/* Lets this browser take pushed news: asks, tells the server its address there, by the form. */
const form = document.querySelector("form[data-push]");

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function encoded(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/* The one address that may become a worker. */
function workerAddress() {
  const ours = new URL(form.dataset.worker, location.origin).href;
  const rules = { createScriptURL: (url) => (url === ours ? url : "") };
  return window.trustedTypes?.createPolicy("ssp-url", rules).createScriptURL(ours) ?? ours;
}

async function subscribe() {
  const registration = await navigator.serviceWorker.register(workerAddress());
  await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) };
  return registration.pushManager.subscribe(options);
}

async function begin(event) {
  event.preventDefault();
  try {
    const subscription = await subscribe();
    form.elements.endpoint.value = subscription.endpoint;
    form.elements.key.value = encoded(subscription.getKey("p256dh"));
    form.elements.auth.value = encoded(subscription.getKey("auth"));
    form.submit();
  } catch {
    form.querySelector("[data-trouble]").hidden = false;
  }
}

if (form && "serviceWorker" in navigator && "PushManager" in window) {
  form.hidden = false;
  form.addEventListener("submit", begin);
}
