import { buffer } from 'node:stream/consumers';
import { cellText, csvFile } from './csv-file';

const fileOf = async (rows: Parameters<typeof csvFile>[2]) =>
  String(await buffer(csvFile('hours.csv', ['name', 'note'], rows).getStream()));

it('quotes what has to be quoted, ends lines as RFC 4180 does, and begins with a byte order mark', async () => {
  expect(
    await fileOf([
      ['a,b', 'say "hi"'],
      ['two\nlines', ' '],
    ]),
  ).toBe('\u{feff}name,note\r\n"a,b","say ""hi"""\r\n"two\nlines", \r\n');
  expect(await fileOf([])).toBe('\u{feff}name,note\r\n');
});

it.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])(
  'puts an apostrophe before a cell that begins with %j',
  async (sign) => {
    expect(await fileOf([[`${sign}1`, `1${sign}`]])).toMatch(/^.*\r\n"?'/);
  },
);

it.each(['=1', "'=1", "''- point", '＝1', "'", "'tis", "''", "plain '=1", ''])(
  'writes %j so that it can be read back as it was',
  async (text) => {
    const cell = (await fileOf([[text, 'end']])).split('\r\n')[1]?.replace(',end', '') ?? '';
    expect(cellText(cell)).toBe(text);
    expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/u);
  },
);

it('breaks off when the rows fail half-way, and never looks complete', async () => {
  async function* rows() {
    yield ['one', ''];
    await Promise.resolve();
    throw new Error('The database went away');
  }
  await expect(fileOf(rows())).rejects.toThrow('The database went away');
});
