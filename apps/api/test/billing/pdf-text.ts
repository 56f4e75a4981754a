import { inflateSync } from 'node:zlib';

type Glyphs = Map<number, string>;

/** What a PDF of ours says, page by page, as a reader's "select all" would find it. */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const fonts = new Map<string, Glyphs>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = '', id] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, glyphsOf(objects, Number(id)));
    }
  }
  return contentsOf(objects).map((content) => shownText(content, fonts));
}

/** What a font draws where it has no letter: an empty box. */
export const BOX = '\0';

/** The fonts that a PDF brings along. Six letters and a plus sign before a name say that it is a part of one. */
export function fontsOfPdf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/FontName \/(\S+)/g)].map(([, name = '']) => name);
}

/** How far above the foot of its page each line of text at the left margin stands, page by page. */
export function leftLinesOfPdf(pdf: Buffer): number[][] {
  return contentsOf(objectsOf(pdf.toString('latin1'))).map((content) =>
    [...content.matchAll(/^1 0 0 1 56 ([\d.]+) Tm$/gm)].map(([, height]) => Number(height)),
  );
}

function contentsOf(objects: Map<number, PdfObject>): string[] {
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const contents = Number(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]);
      return objects.get(contents)?.stream ?? '';
    });
}

interface PdfObject {
  dictionary: string;
  stream: string;
}

function objectsOf(file: string): Map<number, PdfObject> {
  const found = file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm);
  return new Map(
    [...found].map(([, id, body = '']) => {
      const [dictionary = '', rest = ''] = body.split(/\nstream\n([\s\S]*)\nendstream/);
      const raw = Buffer.from(rest, 'latin1');
      const isPacked = dictionary.includes('/FlateDecode');
      return [
        Number(id),
        { dictionary, stream: (isPacked ? inflateSync(raw) : raw).toString('latin1') },
      ];
    }),
  );
}

/** The table that says which letters a font's glyphs are (PDF 1.7, 9.10.3). */
function glyphsOf(objects: Map<number, PdfObject>, id: number): Glyphs {
  const table = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1]);
  const glyphs: Glyphs = new Map();
  const ranges = (objects.get(table)?.stream ?? '').matchAll(
    /<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi,
  );
  for (const [, first = '0', letters = ''] of ranges) {
    [...letters.matchAll(/<([\da-f ]*)>/gi)].forEach(([, hex = ''], at) => {
      const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16();
      glyphs.set(parseInt(first, 16) + at, units.toString('utf16le'));
    });
  }
  return glyphs;
}

function shownText(content: string, fonts: Map<string, Glyphs>): string {
  let glyphs: Glyphs = new Map();
  const shown: string[] = [];
  for (const [, font, text] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    if (!text) continue;
    const hex = [...text.matchAll(/<([\da-f]+)>/gi)].map(([, one = '']) => one).join('');
    const ids = hex.match(/.{4}/g) ?? [];
    shown.push(ids.map((id) => glyphs.get(parseInt(id, 16)) ?? '\ufffd').join(''));
  }
  return shown.join('\n');
}
