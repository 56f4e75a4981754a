import { fromMinor } from '@tidemark/contracts';
import type { InvoiceLine } from '../invoices/invoice-line.entity';
import type { Lettering } from './invoice-document';
import {
  type Document,
  drawRule,
  GREY,
  INK,
  type Letter,
  MARGIN,
  pageEnd,
  RIGHT,
  RULE,
} from './page';
import { amountText } from './texts';
import { sumsHeight } from './totals';

const AMOUNT = 96;
const PRICE = 88;
const QUANTITY = 60;
const GAP = 10;
const PADDING = 6;

const COLUMNS = {
  description: {
    x: MARGIN,
    width: RIGHT - AMOUNT - PRICE - QUANTITY - GAP - MARGIN,
    align: 'left',
  },
  quantity: { x: RIGHT - AMOUNT - PRICE - QUANTITY, width: QUANTITY, align: 'right' },
  price: { x: RIGHT - AMOUNT - PRICE, width: PRICE, align: 'right' },
  amount: { x: RIGHT - AMOUNT, width: AMOUNT, align: 'right' },
} as const;
type Row = Record<keyof typeof COLUMNS, string>;

const PLAIN = { weight: 'regular', size: 9 } as const;
type Look = Lettering & { color: string; height: number };

const HEADINGS: Row = {
  description: 'Description',
  quantity: 'Quantity',
  price: 'Unit price',
  amount: 'Amount',
};

/** The lines with their headings, which every further page repeats. */
export function drawLines(document: Document, { invoice }: Letter): void {
  drawHeadings(document);
  for (const line of invoice.lines) {
    const row = toRow(line, invoice.currency);
    const isLast = line === invoice.lines.at(-1);
    const { width } = COLUMNS.description;
    const height = document.heightOf(row.description, PLAIN, width) + 2 * PADDING;
    // The sums never stand on a page without a line.
    const together = isLast ? height + sumsHeight(invoice) : height;
    if (document.y + together > pageEnd(document)) {
      document.addPage();
      drawHeadings(document);
    }
    drawRow(document, row, { ...PLAIN, color: INK, height });
    drawRule(document, document.y);
  }
}

const toRow = (line: InvoiceLine, currency: string): Row => ({
  description: line.description,
  quantity: amountText(line.quantity),
  price: amountText(fromMinor(line.unitPriceMinor, currency)),
  amount: amountText(fromMinor(line.amountMinor, currency)),
});

function drawHeadings(document: Document): void {
  drawRow(document, HEADINGS, { weight: 'bold', size: 8, color: GREY, height: 10 + 2 * PADDING });
  drawRule(document, document.y, GREY);
  document.strokeColor(RULE);
}

function drawRow(document: Document, row: Row, { height, ...look }: Look): void {
  const top = document.y + PADDING;
  for (const [name, column] of Object.entries(COLUMNS)) {
    document.typeset(row[name as keyof Row], { ...look, ...column, y: top });
  }
  document.x = MARGIN;
  document.y = top - PADDING + height;
}
