import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import type { InvoiceSummary, Me } from '@tidemark/contracts';
import { FakeApi, refuse } from '@tidemark/web/ui/testing';
import { of } from 'rxjs';
import { aSummary, NOON, onePage, provideBilling, settle } from '../testing/provide-billing';
import { InvoicesPage } from './invoices-page';

const LIST = 'GET /api/invoices';

function server(...invoices: InvoiceSummary[]): FakeApi {
  const outstanding = [
    { currency: 'EUR', amount: '1200.00' },
    { currency: 'JPY', amount: '5000' },
  ];
  return new FakeApi({ [LIST]: () => ({ invoices, outstanding, ...onePage(invoices.length) }) });
}

async function open(api: FakeApi, me: Partial<Me> = {}, query: object = {}) {
  jest.useFakeTimers({ now: NOON });
  await render(InvoicesPage, {
    providers: [
      ...provideBilling(api, me),
      { provide: ActivatedRoute, useValue: { queryParamMap: of(convertToParamMap(query)) } },
    ],
  });
  await settle();
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const asked = (api: FakeApi) => api.sent.filter(({ route }) => route === LIST).at(-1)?.params;

afterEach(() => jest.useRealTimers());

it('says of each what is to be paid and when, and what is late', async () => {
  await open(
    server(
      aSummary({ number: '2026-0001', status: 'overdue', due_date: '2026-11-11' }),
      aSummary({ id: 6, number: '2026-0002', due_date: '2026-11-24', balance: '38.00' }),
      aSummary({ id: 7, number: '2026-0003', status: 'draft' }),
    ),
  );
  expect(row('2026-0001').textContent).toMatch(/Overdue.*12 days late/s);
  expect(row('2026-0001').querySelector('.late')).not.toBeNull();
  expect(row('2026-0002').textContent).toMatch(/in 1 day.*€238.00.*€38.00/s);
  expect(row('2026-0002').querySelector('.late')).toBeNull();
  expect(row('2026-0003').textContent).not.toMatch(/Still to pay|late|in \d/);
  const sums = within(screen.getByLabelText('Outstanding')).getAllByRole('definition');
  expect(sums.map((sum) => sum.textContent)).toEqual(['€1,200.00', 'JP¥5,000']);
});

it('counts the days as the server does, wherever the viewer is', async () => {
  const due = { due_date: '2026-11-23' };
  const invoices = [
    aSummary({ ...due, number: '2026-0001', due_in_days: -1 }),
    aSummary({ ...due, id: 6, number: '2026-0002', due_in_days: 1 }),
  ];
  await open(server(...invoices), { time_zone: 'Pacific/Auckland' });
  expect(row('2026-0001').querySelector('.late')?.textContent).toContain('1 day late');
  expect(row('2026-0002').querySelector('.late')).toBeNull();
  expect(row('2026-0002').textContent).toContain('in 1 day');
});

it('leads from each invoice to its history by one click', async () => {
  await open(server(aSummary()));
  const history = screen.getByRole('link', { name: 'Activity of 2026-0005' });
  expect(history.getAttribute('href')).toBe('/invoices/5?tab=activity');
});

it.each<[Partial<Me>, boolean, boolean]>([
  [{ role: 'admin' }, true, true],
  [{ role: 'auditor' }, false, true],
  [{ role: 'member', is_lead: true }, false, false],
])('offers %j what they may do', async (me, writes, readsHistory) => {
  await open(server(aSummary()), me);
  expect(screen.queryByRole('link', { name: 'New invoice' }) !== null).toBe(writes);
  expect(screen.queryByRole('link', { name: /Activity of/ }) !== null).toBe(readsHistory);
});

it('filters by what the address says, and begins the next invoice for that client', async () => {
  const api = server(aSummary());
  const query = { status: 'open', client_id: '2', q: 'acme', sort: 'due_date', page: '3' };
  await open(api, {}, query);
  expect(asked(api)).toEqual({ ...query, status: 'sent,partially_paid,overdue' });
  expect(screen.getByRole('link', { name: 'New invoice' }).getAttribute('href')).toBe(
    '/invoices/new?client_id=2',
  );
});

it('asks the server for nothing that it does not know', async () => {
  const api = server(aSummary());
  await open(api, {}, { status: 'lost', client_id: 'x', sort: 'total', time_entry_id: '0' });
  expect(asked(api)).toEqual({ sort: '-number', page: '1' });
});

it('finds the invoice of a time entry, and leads back to all', async () => {
  const api = server(aSummary());
  await open(api, {}, { time_entry_id: '7' });
  expect(asked(api)).toMatchObject({ time_entry_id: '7' });
  expect(screen.getByRole('button', { name: 'All invoices' })).toBeTruthy();
});

it.each<[Partial<Me>, RegExp]>([
  [{ role: 'admin' }, /Bill tracked time of a client or project/],
  [{ role: 'auditor' }, /What clients are asked to pay will be here/],
])('explains itself to %j while there is none', async (me, text) => {
  await open(server(), me);
  expect(screen.getByText(text)).toBeTruthy();
});

it('offers to clear filters that nothing fits', async () => {
  await open(server(), {}, { q: 'nobody' });
  expect(screen.getByText('No invoice fits')).toBeTruthy();
});

it('says that it could not be loaded', async () => {
  await open(new FakeApi({ [LIST]: refuse(503, 'database-unavailable', 'Try again soon') }));
  expect(screen.getByText('Try again soon')).toBeTruthy();
});
