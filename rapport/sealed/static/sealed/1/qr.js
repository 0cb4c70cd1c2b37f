// A small QR code (version 1-M) of up to 34 digits: enough for one person's number.

const SIZE = 21;
const DATA = 16;
const CHECK = 10;
// Format bits of level M with mask 0, as the standard gives them.
const FORMAT = "101010000010010";

// Rows of booleans, true where it is dark.
export function qrOf(digits) {
  const bits = withFormat(digits);
  const grid = frame();
  let at = 0;
  for (const [row, column] of path(grid)) {
    const dark = bits[at] === "1";
    grid[row][column] = (row + column) % 2 === 0 ? !dark : dark;
    at += 1;
  }
  return grid;
}

function withFormat(digits) {
  const groups = digits.match(/\d{1,3}/g).map((group) => binary(group, [0, 4, 7, 10][group.length]));
  const message = `0001${binary(digits.length, 10)}${groups.join("")}0000`.slice(0, DATA * 8);
  const whole = message.padEnd(Math.ceil(message.length / 8) * 8, "0");
  const bytes = whole.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2));
  for (let filler = 0; bytes.length < DATA; filler += 1) bytes.push(filler % 2 ? 0x11 : 0xec);
  return [...bytes, ...remainder(bytes)].map((byte) => binary(byte, 8)).join("");
}

const binary = (number, length) => Number(number).toString(2).padStart(length, "0");

// Reed–Solomon over GF(256) with the polynomial 0x11d.
function remainder(bytes) {
  let generator = [1];
  for (let power = 0, root = 1; power < CHECK; power += 1, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((value, at) => value ^ times(generator[at - 1] ?? 0, root));
  }
  const rest = [...bytes, ...new Array(CHECK).fill(0)];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = rest[at];
    generator.forEach((value, step) => (rest[at + step] ^= times(value, lead)));
  }
  return rest.slice(bytes.length);
}

function times(left, right) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0);
    if ((right >> bit) & 1) product ^= left;
  }
  return product;
}

// The three eyes, the two dotted lines and the format; what is left undefined holds data.
function frame() {
  const grid = Array.from({ length: SIZE }, () => new Array(SIZE));
  for (const [top, left] of [[0, 0], [0, SIZE - 7], [SIZE - 7, 0]]) eye(grid, top, left);
  for (let at = 8; at < SIZE - 8; at += 1) grid[6][at] = grid[at][6] = at % 2 === 0;
  grid[SIZE - 8][8] = true;
  Array.from(FORMAT).forEach((bit, at) => {
    const [row, column] = at < 8 ? [8, at < 6 ? at : at + 1] : [14 - at + (at === 8 ? 1 : 0), 8];
    grid[row][column] = bit === "1";
    const [far, side] = at < 7 ? [SIZE - 1 - at, 8] : [8, SIZE - 15 + at];
    grid[far][side] = bit === "1";
  });
  return grid;
}

function eye(grid, top, left) {
  for (let row = -1; row <= 7; row += 1) {
    for (let column = -1; column <= 7; column += 1) {
      const [y, x] = [top + row, left + column];
      if (y < 0 || x < 0 || y >= SIZE || x >= SIZE) continue;
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      grid[y][x] = ring !== 2 && ring !== 4;
    }
  }
}

// Columns in pairs from the right, upwards and downwards in turn.
function* path(grid) {
  let upwards = true;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < SIZE; step += 1) {
      const row = upwards ? SIZE - 1 - step : step;
      for (const column of [right, right - 1]) if (grid[row][column] === undefined) yield [row, column];
    }
    upwards = !upwards;
  }
}

// The code as a picture that scales; the digits beside it say the same.
export function qrPicture(digits) {
  const namespace = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(namespace, "svg");
  picture.setAttribute("viewBox", `-4 -4 ${SIZE + 8} ${SIZE + 8}`);
  picture.setAttribute("class", "sealed-qr");
  picture.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(namespace, "path");
  const dark = qrOf(digits).flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : "")));
  shape.setAttribute("d", dark.join(""));
  picture.append(shape);
  return picture;
}
