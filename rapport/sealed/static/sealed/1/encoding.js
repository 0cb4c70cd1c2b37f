// Bytes to text and back, strictly: what is not the one spelling is not read.

const HEX = /^([0-9a-f]{2})*$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const CHUNK = 0x8000;

export const utf8 = (text) => new TextEncoder().encode(text);

export function text(bytes) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(digits) {
  if (typeof digits !== "string" || !HEX.test(digits)) throw new TypeError("not hexadecimal");
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function base64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

export function fromBase64(letters) {
  if (!BASE64.test(letters)) throw new TypeError("not base64");
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const u16 = (number) => Uint8Array.of(number >> 8, number & 0xff);

export function same(left, right) {
  if (left.length !== right.length) return false;
  return left.reduce((differs, byte, at) => differs | (byte ^ right[at]), 0) === 0;
}

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");
