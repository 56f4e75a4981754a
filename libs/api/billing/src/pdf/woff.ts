import { inflateSync } from 'node:zlib';

const WOFF = { header: 44, entry: 20, tables: 12 };
const SFNT = { header: 12, entry: 16 };

/**
 * The TrueType or OpenType font in a WOFF 1.0 file (https://www.w3.org/TR/WOFF/, sections 3 to 5). Reading from
 * the packed file itself would inflate a whole table for each glyph.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(WOFF.tables);
  const head = Buffer.alloc(SFNT.header + count * SFNT.entry);
  writeHeader(head, woff, count);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let at = 0; at < count; at++) {
    const entry = woff.subarray(WOFF.header + at * WOFF.entry);
    const table = unpackTable(woff, entry);
    const target = SFNT.header + at * SFNT.entry;
    entry.copy(head, target, 0, 4);
    entry.copy(head, target + 4, 16, 20);
    head.writeUInt32BE(offset, target + 8);
    head.writeUInt32BE(table.length, target + 12);
    // Tables begin at multiples of four.
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** The kind of font, the number of its tables, and what helps to search them by halves. */
function writeHeader(head: Buffer, woff: Buffer, count: number): void {
  const halvings = Math.floor(Math.log2(count));
  const range = 2 ** halvings * SFNT.entry;
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(range, 6);
  head.writeUInt16BE(halvings, 8);
  head.writeUInt16BE(count * SFNT.entry - range, 10);
}

/** A table that packing would not have made smaller is stored as it is. */
function unpackTable(woff: Buffer, entry: Buffer): Buffer {
  const offset = entry.readUInt32BE(4);
  const packed = woff.subarray(offset, offset + entry.readUInt32BE(8));
  return packed.length < entry.readUInt32BE(12) ? inflateSync(packed) : packed;
}
