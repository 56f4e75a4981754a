import bidiFactory from 'bidi-js';
import type { Font, GlyphRun } from 'fontkit';

export type Direction = 'ltr' | 'rtl';
interface Run {
  text: string;
  direction: Direction;
}

const bidi = bidiFactory();
const letters = new Intl.Segmenter();

const directionOf = (level = 0): Direction => (level % 2 === 0 ? 'ltr' : 'rtl');

/** The direction of a paragraph in which some of the letters run from right to left; null where none do. */
export function mixedDirection(paragraph: string): Direction | null {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph);
  return levels.some((level) => level % 2 === 1) ? directionOf(paragraphs[0]?.level) : null;
}

/**
 * The same font, which puts each line into the order in which it is read (Unicode Standard Annex 9). Ask it for
 * whole lines: the order of words depends on all of them.
 */
export function bidirectional(font: Font, direction: Direction): Font {
  return Object.create(font, {
    // A name of its own: it counts as another font in a document.
    postscriptName: { value: `${font.postscriptName}-${direction}` },
    layout: { value: (line: string) => layOut(font, line, direction) },
  }) as Font;
}

function layOut(font: Font, line: string, direction: Direction): GlyphRun {
  const text = line.trimEnd();
  // Space at the end is on the right of all: elsewhere it would shift what can be seen.
  const runs = [
    ...runsOf(text, direction),
    { text: line.slice(text.length), direction: 'ltr' as const },
  ];
  const laid = runs.map((run) =>
    font.layout(inOrder(font, run), undefined, undefined, undefined, run.direction),
  );
  return Object.assign(font.layout(''), {
    glyphs: laid.flatMap(({ glyphs }) => glyphs),
    positions: laid.flatMap(({ positions }) => positions),
  });
}

/** Fontkit turns a run around only where a font has rules for its letters. */
function inOrder(font: Font, { text, direction }: Run): string {
  if (direction === 'ltr' || ['GSUB', 'GPOS', 'morx'].some((rules) => rules in font)) return text;
  return [...letters.segment(text)].reduce((turned, { segment }) => segment + turned, '');
}

/** Pieces of one direction, from left to right. */
function runsOf(line: string, direction: Direction): Run[] {
  const embedding = bidi.getEmbeddingLevels(line, direction);
  const { levels } = embedding;
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const runs: Run[] = [];
  let before = NaN;
  for (const at of bidi.getReorderedIndices(line, embedding)) {
    const sign = mirrored.get(at) ?? line.charAt(at);
    const run = runs.at(-1);
    const step = levels[at] === levels[before] ? at - before : 0;
    if (run && step === 1) run.text += sign;
    else if (run && step === -1) run.text = sign + run.text;
    else runs.push({ text: sign, direction: directionOf(levels[at]) });
    before = at;
  }
  return runs;
}
