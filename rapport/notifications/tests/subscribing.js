/* Stands in for the push service of the browser's maker, which no test may call: the keys are the
   browser's own, the address is that of ENDPOINT. What it hands out, it tells to `keepKeys`. */
(() => {
  const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

  PushManager.prototype.subscribe = async function subscribe({ applicationServerKey, userVisibleOnly }) {
    if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error("Not as asked.");
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
    const point = await crypto.subtle.exportKey("raw", pair.publicKey);
    const auth = crypto.getRandomValues(new Uint8Array(16)).buffer;
    const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
    await window.keepKeys({ jwk: { ...jwk, point: base64(point) }, auth: base64(auth) });
    return { endpoint: "ENDPOINT", getKey: (name) => (name === "auth" ? auth : point) };
  };
})();
