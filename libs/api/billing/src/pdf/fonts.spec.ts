import { loadConfig } from '@tidemark/api/platform';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fonts } from './fonts';
import { unpackWoff } from './woff';

const { resolve } = createRequire(__filename);
const SERIF = resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf');
const WOFF = join(
  dirname(resolve('@fontsource/unifontex/package.json')),
  'files/unifontex-latin-400-normal.woff',
);

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tidemark-fonts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const fontsWith = (path: string) =>
  new Fonts(loadConfig({ DATABASE_URL: 'postgres://nowhere', INVOICE_FONT: path }));
function file(name: string, content: Buffer | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

it('takes the first font of a collection', () => {
  const font = Buffer.concat([Buffer.alloc(16), readFileSync(SERIF)]);
  font.write('ttcf');
  [0x10000, 1, 16].forEach((value, at) => font.writeUInt32BE(value, 4 + 4 * at));
  // Tables are found by their distance from the beginning of the file.
  for (let at = 0; at < font.readUInt16BE(20); at++) {
    const entry = 28 + 16 * at + 8;
    font.writeUInt32BE(font.readUInt32BE(entry) + 16, entry);
  }
  const face = fontsWith(file('fonts.ttc', font)).faceFor('bold', '\u1d24');
  expect([face.name, face.open().postscriptName]).toEqual(['INVOICE_FONT', 'DejaVuSerif']);
});

it.each([
  ['is not there', () => join(folder, 'missing.ttf')],
  ['is a folder', () => folder],
  ['is empty', () => file('empty.ttf', '')],
  ['is no font', () => file('words.ttf', 'words '.repeat(100))],
  ['breaks off', () => file('half.ttf', readFileSync(SERIF).subarray(0, 5_000))],
  ['is packed for the web', () => WOFF],
])('says so at once when the font of the operator %s', (_what, path) => {
  expect(() => fontsWith(path())).toThrow(
    `INVOICE_FONT must be a TrueType or OpenType font, which "${path()}" is not: `,
  );
});

it('unpacks every table of a font whole', () => {
  const font = unpackWoff(readFileSync(WOFF));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => {
    const entry = font.subarray(12 + 16 * at);
    const offset = entry.readUInt32BE(8);
    const name = entry.toString('latin1', 0, 4);
    return { name, offset, length: entry.readUInt32BE(12), sum: entry.readUInt32BE(4) };
  });
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'loca']));
  for (const { name, offset, length, sum } of tables) {
    const words = new DataView(font.buffer, font.byteOffset + offset, Math.ceil(length / 4) * 4);
    let found = 0;
    for (let at = 0; at < words.byteLength; at += 4) found = (found + words.getUint32(at)) >>> 0;
    // The sum in "head" leaves out the sum of the whole file, which stands in its third word.
    const own = name === 'head' ? (found - words.getUint32(8)) >>> 0 : found;
    expect([name, own]).toEqual([name, sum]);
  }
});
