import { dayText, moneyText } from '../pdf/texts';
import type { Invoice } from './invoice.entity';

type Mailed = Pick<Invoice, 'number' | 'status' | 'currency' | 'balance' | 'dueDate'>;

export const standardSubject = ({ number }: Mailed, company: string): string =>
  `Invoice ${number} from ${company}`;

/** A few polite lines. */
export const standardMessage = (invoice: Mailed, company: string): string =>
  `Hello,

please find attached invoice ${invoice.number}${request(invoice)}

Kind regards
${company}`;

function request({ status, currency, balance, dueDate }: Mailed): string {
  if (status === 'paid') return ', which is paid in full. Thank you.';
  return ` over ${moneyText(balance, currency)}, payable by ${dayText(dueDate)}.`;
}
