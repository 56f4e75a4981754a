import type { Invoice } from '../invoices/invoice.entity';
import type { InvoiceDocument } from './invoice-document';

/** Points: 72 are an inch. A4 is 595 wide and 842 high. */
export const MARGIN = 56;
/** Room for the foot of the page. */
export const BOTTOM_MARGIN = 92;
export const WIDTH = 595.28 - 2 * MARGIN;
export const RIGHT = MARGIN + WIDTH;

export const INK = '#1c2430';
export const GREY = '#5d6875';
export const RULE = '#d5dae0';
export const ACCENT = '#0b6e6e';

export type Document = InvoiceDocument;

/** Everything that is on the document. */
export interface Letter {
  invoice: Invoice;
  /** Such as "Draft"; null for none. */
  stamp: string | null;
  company: string;
  address: string[];
  footer: string[];
}

/** Where the text of a page must end. */
export const pageEnd = (document: Document): number => document.page.height - BOTTOM_MARGIN;

export const drawRule = (document: Document, y: number, color = RULE): void => {
  document.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.75).strokeColor(color).stroke();
};
