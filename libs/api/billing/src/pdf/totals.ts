import { fromMinor } from '@tidemark/contracts';
import {
  type Document,
  drawRule,
  GREY,
  INK,
  type Letter,
  MARGIN,
  pageEnd,
  RIGHT,
  WIDTH,
} from './page';
import { moneyText } from './texts';

const LABEL = 130;
const VALUE = 130;
const ROW = 18;

interface Row {
  label: string;
  minor: bigint;
  isStrong?: true;
}

/** Net, tax and what is to be paid: together on one page. */
export function drawTotals(document: Document, { invoice }: Letter): void {
  const rows: Row[] = [
    { label: 'Subtotal', minor: invoice.subtotalMinor },
    { label: `Tax ${invoice.taxRate} %`, minor: invoice.taxMinor },
    { label: 'Total', minor: invoice.totalMinor, isStrong: true },
  ];
  if (invoice.paidMinor > 0n) {
    rows.push({ label: 'Paid', minor: invoice.paidMinor });
    rows.push({ label: 'Still to pay', minor: invoice.balanceMinor, isStrong: true });
  }
  if (document.y + rows.length * ROW + 28 > pageEnd(document)) document.addPage();
  document.y += 12;
  for (const row of rows) drawTotal(document, row, invoice.currency);
}

function drawTotal(document: Document, { label, minor, isStrong }: Row, currency: string): void {
  if (isStrong) drawStrongRule(document);
  const y = document.y;
  document.font(isStrong ? 'bold' : 'regular').fontSize(isStrong ? 11 : 9);
  document.fillColor(isStrong ? INK : GREY);
  document.text(label, RIGHT - VALUE - LABEL, y, { width: LABEL });
  document.fillColor(INK);
  const options = { width: VALUE, align: 'right' } as const;
  document.text(moneyText(fromMinor(minor, currency), currency), RIGHT - VALUE, y, options);
  document.x = MARGIN;
  document.y = y + ROW;
}

/** Above what counts. */
function drawStrongRule(document: Document): void {
  const left = RIGHT - VALUE - LABEL;
  document.moveTo(left, document.y).lineTo(RIGHT, document.y).lineWidth(0.75);
  document.strokeColor(INK).stroke();
  document.y += 6;
}

/** Notes go on to further pages by themselves. */
export function drawNotes(document: Document, { invoice }: Letter): void {
  if (!invoice.notes) return;
  if (document.y + 60 > pageEnd(document)) document.addPage();
  document.y += 18;
  drawRule(document, document.y);
  document.y += 12;
  document.font('bold').fontSize(8).fillColor(GREY).text('Notes', MARGIN, document.y);
  document.moveDown(0.4);
  document.font('regular').fontSize(9).fillColor(INK).text(invoice.notes, { width: WIDTH });
}
