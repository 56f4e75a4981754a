import { ProblemException } from '@tidemark/api/platform';
import { INVOICE_TRANSITIONS, type InvoiceStatus } from '@tidemark/contracts';
import type { Invoice } from './invoice.entity';

const WORDS: Record<InvoiceStatus, string> = {
  draft: 'a draft',
  sent: 'sent',
  partially_paid: 'partially paid',
  paid: 'paid',
  overdue: 'overdue',
  cancelled: 'cancelled',
};

type Known = Pick<Invoice, 'number' | 'status' | 'paidMinor' | 'totalMinor'>;

/** @throws ProblemException conflict for what cannot become of an invoice in its status */
export function refuseTransition(invoice: Known, to: InvoiceStatus): void {
  const { number, status, paidMinor, totalMinor } = invoice;
  if (!INVOICE_TRANSITIONS[status].includes(to)) {
    throw new ProblemException(
      'conflict',
      `Invoice ${number} is ${WORDS[status]}: it cannot become ${WORDS[to]}`,
    );
  }
  if (to === 'cancelled' && paidMinor > 0n) {
    throw new ProblemException('conflict', `Invoice ${number} has payments: it stays`);
  }
  if (to === 'sent') refuseNothingToPay({ number, totalMinor });
}

/** @throws ProblemException conflict for an invoice over nothing */
export function refuseNothingToPay({ number, totalMinor }: Pick<Known, 'number' | 'totalMinor'>) {
  if (totalMinor > 0n) return;
  throw new ProblemException('conflict', `Invoice ${number} comes to nothing: give it lines first`);
}

/** Whether there is something that the client is asked to pay. */
export const waitsForPayment = ({ status }: Pick<Known, 'status'>): boolean =>
  status === 'sent' || status === 'partially_paid' || status === 'overdue';

/** @throws ProblemException locked for all but drafts */
export function refuseUnlessDraft({ number, status }: Pick<Known, 'number' | 'status'>): void {
  if (status === 'draft') return;
  throw new ProblemException(
    'locked',
    `Invoice ${number} is ${WORDS[status]}: only drafts can be changed or deleted`,
  );
}

/** @throws ProblemException conflict while a mail with the invoice is on its way */
export function refuseWhileSending(
  { number, sendingUntil }: Pick<Invoice, 'number' | 'sendingUntil'>,
  now: Date,
): void {
  if (!sendingUntil || sendingUntil <= now) return;
  throw new ProblemException(
    'conflict',
    `Invoice ${number} is being sent at this moment. Try again in a minute`,
  );
}

/** The status that payments leave behind; what is late stays late until it is paid. */
export function statusAfterPayment(
  { status, totalMinor }: Pick<Known, 'status' | 'totalMinor'>,
  paidMinor: bigint,
): InvoiceStatus {
  if (paidMinor === totalMinor) return 'paid';
  return status === 'overdue' ? 'overdue' : 'partially_paid';
}

/**
 * The status that taking back a payment leaves behind; what is late stays late.
 * @param paidMinor what is left of the payments: less than the total
 * @param today where the organisation is
 */
export function statusAfterReversal(
  { status, dueDate }: Pick<Invoice, 'status' | 'dueDate'>,
  paidMinor: bigint,
  today: string,
): InvoiceStatus {
  if (status === 'overdue' || dueDate < today) return 'overdue';
  return paidMinor > 0n ? 'partially_paid' : 'sent';
}
