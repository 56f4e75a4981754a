import { dayText, moneyText } from '../pdf/texts';
import type { Invoice } from './invoice.entity';

type Mailed = Pick<Invoice, 'number' | 'currency' | 'balance' | 'dueDate'>;

export const standardSubject = ({ number }: Mailed, company: string): string =>
  `Invoice ${number} from ${company}`;

export const standardMessage = (invoice: Mailed, company: string): string =>
  `Hello,

please find attached invoice ${invoice.number} over ${moneyText(invoice.balance, invoice.currency)}, payable by ${dayText(invoice.dueDate)}.

Kind regards
${company}`;
