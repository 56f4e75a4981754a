import { ProblemException } from '@tidemark/api/platform';
import { createHash } from 'node:crypto';
import type { Invoice } from './invoice.entity';

type Said = Pick<
  Invoice,
  | 'number'
  | 'status'
  | 'currency'
  | 'taxRate'
  | 'issueDate'
  | 'dueDate'
  | 'notes'
  | 'linesRevision'
  | 'paidMinor'
>;

/**
 * Stands for what the invoice says, and for whether it went out: another one where that is another by now. Being late
 * changes nothing that it says.
 */
export function revisionOf(invoice: Said): string {
  const { number, currency, taxRate, issueDate, dueDate, notes, linesRevision } = invoice;
  const said = [
    ...[number, currency, taxRate, issueDate, dueDate, notes, linesRevision],
    ...[invoice.status === 'draft', String(invoice.paidMinor)],
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}

/**
 * Asked where nobody else can change the invoice any more.
 * @param seen the revision that somebody made up their mind from; nothing is refused without
 * @throws ProblemException conflict when the invoice is another one by now
 */
export function refuseStale(
  invoice: Said,
  seen: string | undefined,
  what: 'saved' | 'sent' | 'changed',
): void {
  if (seen === undefined || seen === revisionOf(invoice)) return;
  const message =
    `Invoice ${invoice.number} was changed after you opened it, so it was not ${what}. ` +
    'Look at it as it is now, then decide again';
  const errors = [{ pointer: '/revision', code: 'stale', message }];
  throw new ProblemException('conflict', message, { errors });
}
