// Asking the server. It only ever gets ciphertext, public keys and signatures.

import { token } from "./page.js";

export class ServerSaysNo extends Error {
  constructor(status) {
    super(`The server answered ${status}.`);
    this.name = "ServerSaysNo";
    this.status = status;
  }
}

export const ask = (url) => send("GET", url);
export const post = (url, body) => send("POST", url, body);
export const erase = (url) => send("DELETE", url);

// Attachments are bytes, not JSON. The number of the words that will name it goes with it, so that
// it can be erased together with them.
export async function postBytes(url, bytes, words) {
  const headers = {
    "X-CSRFToken": token,
    "Content-Type": "application/octet-stream",
    "Rapport-Words": words,
  };
  const answer = await fetch(url, { method: "POST", headers, body: bytes, redirect: "error" });
  if (!answer.ok) throw new ServerSaysNo(answer.status);
}

export async function fetchBytes(url) {
  const answer = await fetch(url, { redirect: "error", cache: "no-store" });
  if (!answer.ok) throw new ServerSaysNo(answer.status);
  return new Uint8Array(await answer.arrayBuffer());
}

async function send(method, url, body) {
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(url, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
  });
  if (!answer.ok) throw new ServerSaysNo(answer.status);
  return answer.status === 204 ? null : answer.json();
}
