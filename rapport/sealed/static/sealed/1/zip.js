// A ZIP archive without compression: what every computer opens without a program of ours.

import { concat, utf8 } from "./encoding.js";

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

// `files` maps a name to its bytes. The date is left at the format's first day.
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const [path, sum] = [utf8(name), checksum(bytes)];
    const local = record(0x04034b50, path, bytes.length, sum);
    parts.push(local, bytes);
    directory.push(record(0x02014b50, path, bytes.length, sum, offset));
    offset += local.length + bytes.length;
  }
  const central = concat(...directory);
  return concat(...parts, central, ending(directory.length, central.length, offset));
}

export function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
}

// A local header; with an offset the same file's line in the directory.
function record(signature, path, size, sum, offset) {
  const isCentral = offset !== undefined;
  const head = new DataView(new ArrayBuffer(isCentral ? 46 : 30));
  head.setUint32(0, signature, true);
  const at = isCentral ? 6 : 4;
  if (isCentral) head.setUint16(4, 20, true);
  const fields = [20, 0x0800, 0, 0, 33];
  fields.forEach((value, place) => head.setUint16(at + place * 2, value, true));
  head.setUint32(at + 10, sum, true);
  head.setUint32(at + 14, size, true);
  head.setUint32(at + 18, size, true);
  head.setUint16(at + 22, path.length, true);
  if (isCentral) head.setUint32(42, offset, true);
  return concat(new Uint8Array(head.buffer), path);
}

function ending(count, size, offset) {
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(end.buffer);
}
