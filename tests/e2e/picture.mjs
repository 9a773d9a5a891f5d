// Reads a PNG far enough to tell a painted page from a blank one.

import { inflateSync } from "node:zlib";

/** How many different colours a PNG has (8 bits a channel, RGB or RGBA, not interlaced: what the driver takes). */
export function colours(png) {
  if (png.readUInt32BE(0) !== 0x89504e47) throw new Error("this is no PNG");
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  const bytes = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !bytes || interlaced) throw new Error(`a PNG of another kind: depth ${depth}, kind ${kind}`);

  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const data = inflateSync(Buffer.concat(parts));

  const stride = width * bytes;
  let above = Buffer.alloc(stride);
  const seen = new Set();
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const line = Buffer.from(data.subarray(start + 1, start + 1 + stride));
    unfilter(data[start], line, above, bytes);
    for (let x = 0; x < stride; x += bytes) seen.add(line.readUIntBE(x, 3));
    above = line;
  }
  return seen.size;
}

/** Undoes one line's filter (PNG specification, section 9.2), in place. */
function unfilter(filter, line, above, bytes) {
  for (let x = 0; x < line.length; x += 1) {
    const left = x >= bytes ? line[x - bytes] : 0;
    const up = above[x];
    const corner = x >= bytes ? above[x - bytes] : 0;
    if (filter === 1) line[x] += left;
    else if (filter === 2) line[x] += up;
    else if (filter === 3) line[x] += (left + up) >> 1;
    else if (filter === 4) line[x] += paeth(left, up, corner);
    else if (filter !== 0) throw new Error(`no PNG filter ${filter}`);
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
