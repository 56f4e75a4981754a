import { Injectable } from '@nestjs/common';
import { Config } from '@tidemark/api/platform';
import type { Invoice } from '../invoices/invoice.entity';
import { Fonts } from './fonts';
import { drawFooters } from './footers';
import { InvoiceDocument } from './invoice-document';
import { drawLetterhead } from './letterhead';
import { drawLines } from './lines-table';
import { BOTTOM_MARGIN, type Letter, MARGIN } from './page';
import { drawNotes, drawTotals } from './totals';

/** Invoices as documents: A4, with fonts of their own, so that names look the same everywhere. */
@Injectable()
export class InvoicePdf {
  constructor(
    private readonly config: Config,
    private readonly fonts: Fonts,
  ) {}

  /**
   * @param invoice with client and lines
   * @param isFinal the document goes out: what is a draft until then is not marked as one
   */
  async file(
    invoice: Invoice,
    { isFinal = false } = {},
  ): Promise<{ name: string; content: Buffer }> {
    const stamp = isFinal ? null : stampOf(invoice);
    return { name: `invoice-${invoice.number}.pdf`, content: await this.draw(invoice, stamp) };
  }

  private draw(invoice: Invoice, stamp: string | null): Promise<Buffer> {
    const letter: Letter = { invoice, stamp, ...companyOf(this.config) };
    const document = new InvoiceDocument(this.fonts, {
      size: 'A4',
      bufferPages: true,
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: BOTTOM_MARGIN },
      info: { Title: `Invoice ${invoice.number}`, Author: letter.company },
      lang: 'en',
    });
    const content = collected(document);
    drawLetterhead(document, letter);
    drawLines(document, letter);
    drawTotals(document, letter);
    drawNotes(document, letter);
    drawFooters(document, letter);
    document.end();
    return content;
  }
}

const splitLines = (text: string) =>
  text
    .split('|')
    .map((line) => line.trim())
    .filter(Boolean);

const companyOf = ({ COMPANY_NAME, COMPANY_ADDRESS, INVOICE_FOOTER }: Config) => ({
  company: COMPANY_NAME,
  address: splitLines(COMPANY_ADDRESS),
  footer: splitLines(INVOICE_FOOTER),
});

function stampOf({ status }: Invoice): string | null {
  if (status === 'draft') return 'Draft';
  if (status === 'cancelled') return 'Cancelled';
  return status === 'paid' ? 'Paid' : null;
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}
