import type { InvoiceView, UnbilledLine, UnbilledTime } from '@tidemark/contracts';
import { type AgreedPayment, type Agreement, type Draft } from './agreements';
import type { Script } from './script';
import type { Step } from './step';
import { teammate } from './team';

const ANA = teammate('ana');

const REMINDER = {
  subject: 'An invoice of last month is still open',
  message: [
    'Hello,',
    'our invoice is attached again: it was payable some time ago. The hours by person that your ' +
      'finance office asked for are on it. If it waits for a signature, I am happy to ring them.',
    'Kind regards\nAna Pereira, Saltmarsh Studio',
  ].join('\n\n'),
};

/** What can be done with an invoice, as steps of Ana's. Invoices go by the names that the script gives them. */
export class Invoicing {
  constructor(private readonly script: Script) {}

  /** All that is not billed yet of a client's time up to the end of a day. */
  write(agreement: Agreement, at: Date, day: number, lastDay: number): string {
    const { client, currency, groupBy, rounding, tax, terms, notes } = agreement;
    const { calendar } = this.script;
    const query = new URLSearchParams({
      ...{ group_by: groupBy, rounding, currency },
      end_date: calendar.date(ANA.time_zone, lastDay),
    });
    const agreed = {
      ...{ client_id: `{client:${client}}`, currency, tax_rate: tax, notes },
      due_date: calendar.date(ANA.time_zone, day + terms),
    };
    return this.create(at, {
      asks: {
        path: `/invoices/unbilled?client_id={client:${client}}&${query}`,
        body: ({ lines }: UnbilledTime) =>
          lines.length > 0 ? { ...agreed, lines: lines.map(toLine) } : null,
      },
    });
  }

  /** Lines by hand. */
  draft({ client, currency, tax, terms, notes, lines }: Draft, at: Date, day: number): string {
    return this.create(at, {
      body: {
        ...{ client_id: `{client:${client}}`, currency, tax_rate: tax, notes, lines },
        due_date: this.script.calendar.date(ANA.time_zone, day + terms),
      },
    });
  }

  change(invoice: string, at: Date, body: Step['body']): void {
    this.add(at, 'PATCH', `/invoices/{${invoice}}`, { body });
  }

  delete(invoice: string, at: Date): void {
    this.add(at, 'DELETE', `/invoices/{${invoice}}`);
  }

  /** Sent otherwise than by mail, or cancelled. */
  set(invoice: string, at: Date, status: 'sent' | 'cancelled'): void {
    this.add(at, 'POST', `/invoices/{${invoice}}/status`, { body: { status } });
  }

  send(invoice: string, at: Date): void {
    this.mail(invoice, at, {});
  }

  remind(invoice: string, at: Date): void {
    this.mail(invoice, at, REMINDER);
  }

  pay(invoice: string, at: Date, { amount, method, note }: Omit<AgreedPayment, 'after'>): string {
    const as = this.script.name('payment');
    const made = ({ payments }: InvoiceView) => payments.at(-1)?.id;
    const path = `/invoices/{${invoice}}`;
    const body = ({ balance }: InvoiceView) => ({
      amount: amount === 'half' ? roundHalf(balance) : balance,
      ...{ method, ...(note && { note }) },
    });
    this.add(at, 'POST', `${path}/payments`, { asks: { path, body }, as, made });
    return as;
  }

  takeBack(invoice: string, payment: string, at: Date, reason: string): void {
    this.add(at, 'POST', `/invoices/{${invoice}}/payments/{${payment}}/reverse`, {
      body: { reason },
    });
  }

  private mail(invoice: string, at: Date, letter: Partial<typeof REMINDER>): void {
    const path = `/invoices/{${invoice}}`;
    const body = ({ client_email: to }: InvoiceView) => ({ to, ...letter });
    this.add(at, 'POST', `${path}/send`, { asks: { path, body } });
  }

  private create(at: Date, how: Pick<Step, 'body' | 'asks'>): string {
    const as = this.script.name('invoice');
    this.add(at, 'POST', '/invoices', { ...how, as });
    return as;
  }

  private add(at: Date, method: Step['method'], path: string, rest: Partial<Step> = {}): void {
    this.script.add({ at, by: ANA.username, method, path, ...rest });
  }
}

const toLine = ({ description, quantity, unit_price, time_entry_ids }: UnbilledLine) => ({
  ...{ description, quantity, unit_price, time_entry_ids },
});

/** Half of it in hundreds, as people pay who pay half. */
function roundHalf(balance: string): string {
  const half = Number(balance) / 2;
  return (Math.floor(half / 100) * 100 || half).toFixed(2);
}
