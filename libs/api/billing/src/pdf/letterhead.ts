import { fromMinor } from '@tidemark/contracts';
import { ACCENT, type Document, GREY, INK, type Letter, MARGIN, RIGHT, WIDTH } from './page';
import { dayText, moneyText } from './texts';

const COLUMN = 230;
const RIGHT_COLUMN = RIGHT - COLUMN;
const LABEL = 90;

/** Who writes, to whom, and the dates. Leaves the pen below. */
export function drawLetterhead(document: Document, letter: Letter): void {
  const top = document.y;
  drawCompany(document, letter, top);
  const left = document.y;
  drawTitle(document, letter, top);
  const below = Math.max(left, document.y) + 34;
  drawRecipient(document, letter, below);
  const recipientEnd = document.y;
  drawDates(document, letter, below);
  document.x = MARGIN;
  document.y = Math.max(recipientEnd, document.y) + 28;
}

function drawCompany(document: Document, { company, address }: Letter, top: number): void {
  const width = WIDTH - COLUMN - 16;
  document.font('bold').fontSize(16).fillColor(ACCENT).text(company, MARGIN, top, { width });
  document.moveDown(0.3);
  document.font('regular').fontSize(9).fillColor(GREY);
  for (const line of address) document.text(line, { width });
}

function drawTitle(document: Document, { invoice, stamp }: Letter, top: number): void {
  const options = { width: COLUMN, align: 'right' } as const;
  document.font('bold').fontSize(22).fillColor(INK).text('Invoice', RIGHT_COLUMN, top, options);
  document.moveDown(0.1);
  document.font('regular').fontSize(11).fillColor(GREY).text(invoice.number, options);
  if (stamp) document.font('bold').fontSize(11).fillColor(ACCENT).text(stamp, options);
}

function drawRecipient(document: Document, { invoice }: Letter, top: number): void {
  const width = WIDTH - COLUMN - 16;
  document.font('regular').fontSize(8).fillColor(GREY).text('Billed to', MARGIN, top, { width });
  document.moveDown(0.3);
  document.font('bold').fontSize(11).fillColor(INK).text(invoice.client.name, { width });
  document.moveDown(0.15);
  const { email } = invoice.client;
  if (email) document.font('regular').fontSize(9).fillColor(GREY).text(email, { width });
}

/** Nothing for what was cancelled. */
const toPay = ({ status, balance, currency }: Letter['invoice']): string =>
  status === 'cancelled' ? fromMinor(0n, currency) : balance;

function drawDates(document: Document, { invoice }: Letter, top: number): void {
  const rows = [
    ['Date', dayText(invoice.issueDate)],
    ['Payable by', dayText(invoice.dueDate)],
    ['To pay', moneyText(toPay(invoice), invoice.currency)],
  ] as const;
  rows.forEach(([label, value], row) => {
    const y = top + row * 16;
    document
      .font('regular')
      .fontSize(9)
      .fillColor(GREY)
      .text(label, RIGHT_COLUMN, y, { width: LABEL });
    document.font('bold').fillColor(INK);
    document.text(value, RIGHT_COLUMN + LABEL, y, { width: COLUMN - LABEL, align: 'right' });
  });
}
