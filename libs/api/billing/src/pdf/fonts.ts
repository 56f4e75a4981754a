import { Injectable } from '@nestjs/common';
import { Config } from '@tidemark/api/platform';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Typeface } from './typeface';
import { unpackWoff } from './woff';

export type Weight = 'regular' | 'bold';

const installed = createRequire(import.meta.url);
const dejaVu = (name: string) =>
  new Typeface(name, () => readFileSync(installed.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));

/** Latin, Greek, Cyrillic, Hebrew, Arabic and more. */
const USUAL: Record<Weight, Typeface> = {
  regular: dejaVu('DejaVuSansCondensed'),
  bold: dejaVu('DejaVuSansCondensed-Bold'),
};

/** Nearly every letter that there is, drawn in squares like those of an old screen: legible, not beautiful. */
const EVERY_LETTER = new Typeface('UnifontEX', () => {
  const folder = dirname(installed.resolve('@fontsource/unifontex/package.json'));
  return unpackWoff(readFileSync(join(folder, 'files/unifontex-latin-400-normal.woff')));
});

/** What invoices are set in. Documents embed the letters that they use, and their readers need no font. */
@Injectable()
export class Fonts {
  private readonly others: Typeface[];

  /** @throws Error when INVOICE_FONT is no font that can be used */
  constructor({ INVOICE_FONT }: Config) {
    const wanted = INVOICE_FONT ? [operatorsFont(INVOICE_FONT)] : [];
    this.others = [USUAL.regular, ...wanted, EVERY_LETTER];
  }

  /** The first that has all letters of a text, or else the most of them. Only the usual font has a bold one. */
  faceFor(weight: Weight, text: string): Typeface {
    let best = USUAL[weight];
    let fewest = best.missing(text);
    for (const face of this.others) {
      if (fewest === 0) break;
      const missing = face.missing(text);
      if (missing < fewest) [best, fewest] = [face, missing];
    }
    return best;
  }
}

function operatorsFont(path: string): Typeface {
  const face = new Typeface('INVOICE_FONT', () => readFileSync(path));
  const problem = problemOf(face);
  if (problem === null) return face;
  throw new Error(
    `The configuration is not usable:\n- INVOICE_FONT must be a TrueType or OpenType font, which "${path}" is not: ${problem}`,
  );
}

function problemOf(face: Typeface): string | null {
  try {
    const font = face.open();
    // It would be slow to draw with.
    if (font.type !== 'TTF') return 'it is packed for the web';
    return font.glyphForCodePoint(0x41).path ? null : 'its letters have no outlines';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
