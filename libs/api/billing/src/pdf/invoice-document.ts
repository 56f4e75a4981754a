import PDFDocument from 'pdfkit';
import { bidirectional, mixedDirection } from './bidirectional';
import type { Fonts, Weight } from './fonts';

export interface Lettering {
  weight: Weight;
  /** In points. */
  size: number;
}

export interface Placing {
  color: string;
  /** From where the pen is, unless said otherwise. */
  x?: number;
  y?: number;
  width: number;
  align?: 'left' | 'right';
  height?: number;
  lineBreak?: boolean;
  ellipsis?: boolean;
}

/** A document that sets each paragraph in a font that has its letters, in the order in which they are read. */
export class InvoiceDocument extends PDFDocument {
  private readonly opened = new Set<string>();

  constructor(
    private readonly fonts: Fonts,
    options: PDFKit.PDFDocumentOptions,
  ) {
    // Otherwise it would begin with a font that it never uses.
    super({ ...options, font: null as never });
  }

  /** Leaves the pen below. */
  typeset(text: string, { weight, size, x, y, color, ...place }: Lettering & Placing): this {
    this.fontSize(size).fillColor(color);
    this.x = x ?? this.x;
    this.y = y ?? this.y;
    for (const paragraph of paragraphsOf(text)) {
      this.text(paragraph, { ...place, ...this.setIn(weight, paragraph) });
    }
    return this;
  }

  /** The room that a text takes. */
  heightOf(text: string, { weight, size }: Lettering, width: number): number {
    this.fontSize(size);
    return paragraphsOf(text)
      .map((one) => this.heightOfString(one, { width, ...this.setIn(weight, one) }))
      .reduce((sum, height) => sum + height, 0);
  }

  /** What is drawn from now on is drawn for this paragraph. @returns what drawing it needs besides */
  private setIn(weight: Weight, paragraph: string): PDFKit.Mixins.TextOptions {
    const face = this.fonts.faceFor(weight, paragraph);
    const direction = mixedDirection(paragraph);
    const name = direction ? `${face.name} ${direction}` : face.name;
    if (!this.opened.has(name)) {
      const font = direction ? bidirectional(face.open(), direction) : face.open();
      // It takes what fontkit has opened, but its types do not know that yet.
      this.registerFont(name, font as never);
      this.opened.add(name);
    }
    this.font(name);
    // Where something is asked of a font, it is given whole lines instead of words.
    return direction ? { features: [] } : {};
  }
}

/** With their line ends, so that empty ones keep their height. Fonts have no letter for a tab. */
const paragraphsOf = (text: string): string[] => text.replaceAll('\t', '    ').split(/(?<=\n)/);
