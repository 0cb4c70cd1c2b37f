// Sealing files before they leave, and opening them again. Pictures are drawn anew, which drops
// what cameras write into them: place, time, device.

import { require } from "./refusals.js";
import { fromHex, hex, random } from "./encoding.js";
import { hexDigest } from "./canonical.js";
import { openBlob, sealBlob } from "./blob.js";
import { openSpace } from "./spaces.js";
import { fetchBytes, postBytes } from "./server.js";
import { spaceUrl } from "./page.js";

export const PICTURES = ["image/png", "image/jpeg", "image/webp"];
const LARGEST = 25 * 1024 * 1024;

// Resolves with what the envelope beside it has to say: {oid, name, type, size, hash, key}.
// `words` is the number of the sealed object in which that will stand.
export async function sealFile(sid, words, file) {
  require(file.size <= LARGEST, "too-large");
  const { identity } = await openSpace(sid);
  const bytes = new Uint8Array(await (await plainPicture(file)).arrayBuffer());
  const [oid, key] = [crypto.randomUUID(), random(32)];
  const blob = await sealBlob({ sid, oid, by: identity.user }, bytes, key, random(32));
  await postBytes(spaceUrl(sid, "blob"), blob, words);
  const [hash, type] = [await hexDigest(blob), file.type || "application/octet-stream"];
  return { oid, name: file.name.toWellFormed(), type, size: bytes.length, hash, key: hex(key) };
}

export async function openFile(sid, { oid, hash, key, size }) {
  const blob = await fetchBytes(`${spaceUrl(sid, "blob")}?oid=${encodeURIComponent(oid)}`);
  require((await hexDigest(blob)) === hash, "damaged");
  const bytes = await openBlob(blob, { sid, oid, key: fromHex(key) });
  require(bytes.length === size, "damaged");
  return bytes;
}

async function plainPicture(file) {
  if (!PICTURES.includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.convertToBlob({ type: file.type, quality: 0.92 });
  } catch {
    // What calls itself a picture and is none goes as it is; it is never shown as one.
    return file;
  }
}
