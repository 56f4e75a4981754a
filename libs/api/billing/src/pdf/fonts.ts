import { createRequire } from 'node:module';

const installed = createRequire(import.meta.url);
const font = (name: string) => installed.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Latin, Greek, Cyrillic and more; embedded in part, so that a document needs no font of its reader. */
export const FONTS = {
  regular: font('DejaVuSansCondensed'),
  bold: font('DejaVuSansCondensed-Bold'),
};
