import { create, type Font } from 'fontkit';

/** What leaves no mark on paper: controls, joiners, variation selectors. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The letters of one font file, which is read when it is first needed and then kept. */
export class Typeface {
  private content?: Buffer;
  private known?: Font;

  constructor(
    readonly name: string,
    private readonly read: () => Buffer,
  ) {}

  /** For one document: a font remembers what it drew. Of a collection the first. */
  open(): Font {
    const opened = create((this.content ??= this.read()));
    const font = 'fonts' in opened ? opened.fonts[0] : opened;
    if (!font) throw new Error('There is no font in the file');
    return font;
  }

  /** How many characters of a text would be empty boxes. */
  missing(text: string): number {
    const font = (this.known ??= this.open());
    const isMissing = (sign: string) =>
      !UNSEEN.test(sign) && !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    return [...text].filter(isMissing).length;
  }
}
