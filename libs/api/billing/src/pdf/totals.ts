import { fromMinor } from '@tidemark/contracts';
import type { Invoice } from '../invoices/invoice.entity';
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

const LABEL = 96;
/** Room for the largest sum that there can be. */
const VALUE = 174;
const ROW = 18;

interface Row {
  label: string;
  minor: bigint;
  isStrong?: true;
}

/** Net, tax and what is to be paid: together on one page. */
export function drawTotals(document: Document, { invoice }: Letter): void {
  if (document.y + sumsHeight(invoice) > pageEnd(document)) document.addPage();
  document.y += 12;
  for (const row of rowsOf(invoice)) drawTotal(document, row, invoice.currency);
}

/** The room that they take. */
export const sumsHeight = (invoice: Invoice): number => rowsOf(invoice).length * ROW + 28;

function rowsOf(invoice: Invoice): Row[] {
  const { subtotalMinor, taxRate, taxMinor, totalMinor, paidMinor, balanceMinor } = invoice;
  const left = { label: 'Still to pay', minor: balanceMinor, isStrong: true } as const;
  return [
    { label: 'Subtotal', minor: subtotalMinor },
    { label: `Tax ${taxRate} %`, minor: taxMinor },
    { label: 'Total', minor: totalMinor, isStrong: true },
    ...(paidMinor > 0n ? [{ label: 'Paid', minor: paidMinor }] : []),
    ...(paidMinor > 0n && balanceMinor > 0n ? [left] : []),
  ];
}

function drawTotal(document: Document, { label, minor, isStrong }: Row, currency: string): void {
  if (isStrong) drawStrongRule(document);
  const y = document.y;
  const look = isStrong
    ? ({ weight: 'bold', size: 11, color: INK } as const)
    : ({ weight: 'regular', size: 9, color: GREY } as const);
  document.typeset(label, { ...look, x: RIGHT - VALUE - LABEL, y, width: LABEL });
  const place = { x: RIGHT - VALUE, y, width: VALUE, align: 'right' } as const;
  document.typeset(moneyText(fromMinor(minor, currency), currency), {
    ...look,
    ...place,
    color: INK,
  });
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
  const heading = { weight: 'bold', size: 8, color: GREY, x: MARGIN } as const;
  document.typeset('Notes', { ...heading, width: WIDTH }).moveDown(0.4);
  document.typeset(invoice.notes, { weight: 'regular', size: 9, color: INK, width: WIDTH });
}
