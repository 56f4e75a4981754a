import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { fireEvent, screen } from '@testing-library/angular';
import type {
  InvoiceStatus,
  InvoiceSummary,
  InvoiceView,
  Me,
  PageInfo,
  UnbilledLine,
} from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Now } from '@tidemark/web/ui';
import type { FakeApi } from '@tidemark/web/ui/testing';

/** Noon of the day on which the specs happen. */
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

export function aPerson(given: Partial<Me> = {}): Me {
  return {
    id: 1,
    username: 'ana',
    display_name: 'Ana Pereira',
    email: 'ana@example.org',
    role: 'admin',
    time_zone: 'Europe/Berlin',
    theme: 'system',
    week_start: 1,
    is_lead: false,
    ...given,
  };
}

export function aSummary(given: Partial<InvoiceSummary> = {}): InvoiceSummary {
  return {
    id: 5,
    number: '2026-0005',
    client_id: 2,
    client_name: 'Acme GmbH',
    status: 'sent',
    currency: 'EUR',
    issue_date: '2026-11-10',
    due_date: '2026-12-10',
    due_in_days: dueInDays(given),
    total: '238.00',
    amount_paid: '0.00',
    balance: '238.00',
    created_at: '2026-11-10T09:00:00.000Z',
    ...given,
  };
}

const PAYABLE: readonly InvoiceStatus[] = ['sent', 'partially_paid', 'overdue'];
const MS_PER_DAY = 86_400_000;

/** As the server counts on the day of the specs. */
function dueInDays({ status = 'sent', due_date = '2026-12-10' }: Partial<InvoiceSummary>) {
  if (!PAYABLE.includes(status)) return null;
  return (Date.parse(due_date) - Date.parse('2026-11-23')) / MS_PER_DAY;
}

/** One line of tracked time and one by hand: 200.00 and 19 % of tax. */
export function anInvoice(given: Partial<InvoiceView> = {}): InvoiceView {
  const line = { id: 11, description: 'Design', quantity: '2.00', unit_price: '85.00' };
  return {
    ...aSummary(),
    due_in_days: dueInDays(given),
    client_email: 'office@acme.example',
    tax_rate: '19',
    subtotal: '200.00',
    tax: '38.00',
    notes: 'Net 30',
    lines: [
      { ...line, amount: '170.00', time_entry_count: 3 },
      {
        ...line,
        id: 12,
        description: 'Fonts',
        unit_price: '15.00',
        amount: '30.00',
        time_entry_count: 0,
      },
    ],
    payments: [],
    sent_at: null,
    sent_to: null,
    revision: 'as-opened',
    can_edit: given.status === 'draft',
    can_delete: false,
    ...given,
  };
}

export function anOffer(given: Partial<UnbilledLine> = {}): UnbilledLine {
  return {
    description: 'Apollo - Design',
    quantity: '2.10',
    unit_price: '85.00',
    amount: '178.50',
    has_rate: true,
    project_name: 'Apollo',
    seconds: 7500,
    time_entry_ids: [1, 2],
    ...given,
  };
}

/** Everything on one page. */
export function onePage(total: number): PageInfo {
  return { total, pages: 1, current_page: 1, has_next: false, has_prev: false };
}

export const OPTIONS = {
  delivery: 'mailbox',
  company_name: 'Büro Süd',
  currencies: ['AUD', 'EUR', 'JPY', 'USD'],
};

/** Somebody signed in on the day of the specs, before a fake server. */
export function provideBilling(api: FakeApi, me: Partial<Me> = {}) {
  const person = aPerson(me);
  const now = signal(NOON);
  return [
    provideRouter([]),
    api.provide(),
    { provide: SessionStore, useValue: { me: signal(person), zone: signal(person.time_zone) } },
    { provide: Now, useValue: { everySecond: now, everyMinute: now } },
  ];
}

export const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

export async function press(name: string | RegExp, role = 'button'): Promise<void> {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
}

export function type(label: string | RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}
