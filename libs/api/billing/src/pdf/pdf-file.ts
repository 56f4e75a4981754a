import { StreamableFile } from '@nestjs/common';

/** An answer that browsers show as a document. @param name of our own making: letters, digits and dashes */
export const pdfFile = ({ name, content }: { name: string; content: Buffer }): StreamableFile =>
  new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `inline; filename="${name}"`,
    length: content.length,
  });
