/* Opens a push message as a browser does, by RFC 8291 and its own cryptography: (body, jwk, auth) in
   Base64 to the text. Shares nothing with the code that sealed it. */
async ([body, jwk, auth]) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
  const ascii = (text) => new TextEncoder().encode(text);

  async function derived(secret, salt, info, length) {
    const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
    const way = { name: "HKDF", hash: "SHA-256", salt, info };
    return new Uint8Array(await crypto.subtle.deriveBits(way, key, length * 8));
  }

  const message = bytes(body);
  const salt = message.slice(0, 16);
  const theirs = message.slice(21, 21 + message[20]);
  const sealed = message.slice(21 + message[20]);
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const mine = await crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]);
  const point = await crypto.subtle.importKey("raw", theirs, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: point }, mine, 256);
  const own = bytes(jwk.point);
  const secret = await derived(shared, bytes(auth), joined(ascii("WebPush: info\0"), own, theirs), 32);
  const raw = await derived(secret, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
  const iv = await derived(secret, salt, ascii("Content-Encoding: nonce\0"), 12);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const plain = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
  if (plain.at(-1) !== 2) throw new Error("This is not the last record.");
  return new TextDecoder().decode(plain.slice(0, -1));
}
