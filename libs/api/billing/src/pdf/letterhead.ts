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
  const name = { weight: 'bold', size: 16, color: ACCENT, x: MARGIN, y: top } as const;
  document.typeset(company, { ...name, width }).moveDown(0.3);
  for (const line of address) {
    document.typeset(line, { weight: 'regular', size: 9, color: GREY, width });
  }
}

function drawTitle(document: Document, { invoice, stamp }: Letter, top: number): void {
  const place = { x: RIGHT_COLUMN, width: COLUMN, align: 'right' } as const;
  document.typeset('Invoice', { ...place, weight: 'bold', size: 22, color: INK, y: top });
  document.moveDown(0.1);
  document.typeset(invoice.number, { ...place, weight: 'regular', size: 11, color: GREY });
  if (stamp) document.typeset(stamp, { ...place, weight: 'bold', size: 11, color: ACCENT });
}

function drawRecipient(document: Document, { invoice }: Letter, top: number): void {
  const width = WIDTH - COLUMN - 16;
  const plain = { weight: 'regular', color: GREY, x: MARGIN, width } as const;
  document.typeset('Billed to', { ...plain, size: 8, y: top }).moveDown(0.3);
  document.typeset(invoice.client.name, { weight: 'bold', size: 11, color: INK, width });
  document.moveDown(0.15);
  const { email } = invoice.client;
  if (email) document.typeset(email, { ...plain, size: 9 });
}

/** What is still to pay, nothing for what was cancelled; or the day of the last payment. */
function settlement({ status, balance, currency, payments }: Letter['invoice']) {
  const counting = payments.filter(({ reversedAt }) => reversedAt === null);
  const paidOn = counting.map((payment) => payment.paidOn).sort();
  const lastDay = paidOn.at(-1);
  if (status === 'paid' && lastDay) return ['Paid on', dayText(lastDay)] as const;
  const owed = status === 'cancelled' ? fromMinor(0n, currency) : balance;
  return ['To pay', moneyText(owed, currency)] as const;
}

function drawDates(document: Document, { invoice }: Letter, top: number): void {
  const rows = [
    ['Date', dayText(invoice.issueDate)],
    ['Payable by', dayText(invoice.dueDate)],
    settlement(invoice),
  ] as const;
  rows.forEach(([label, value], row) => {
    const y = top + row * 16;
    const name = { weight: 'regular', color: GREY, x: RIGHT_COLUMN, width: LABEL } as const;
    document.typeset(label, { ...name, size: 9, y });
    const side = { x: RIGHT_COLUMN + LABEL, width: COLUMN - LABEL, align: 'right' } as const;
    document.typeset(value, { ...side, weight: 'bold', size: 9, color: INK, y });
  });
}
