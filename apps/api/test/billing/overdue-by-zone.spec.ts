import { OverdueInvoices } from '@tidemark/api/billing';
import type { InvoicePage, InvoiceSummary } from '@tidemark/contracts';
import { BillingTeam } from './billing-team';

let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start()));
afterEach(() => team.work.api.clock.set(null));
afterAll(() => team.stop());

const at = (instant: string) => team.work.api.clock.set(new Date(instant));
const zone = (time_zone: string) => team.admin().patch('/settings', { time_zone });
const job = () => team.work.api.app.get(OverdueInvoices, { strict: false }).mark();

/** What list and document page say of it: they agree. */
async function said(id: number): Promise<Pick<InvoiceSummary, 'status' | 'due_in_days'>> {
  const { body } = await team.admin().get<InvoicePage>(`/invoices?client_id=${team.clientId}`);
  const listed = body.invoices.find((invoice) => invoice.id === id);
  const { status, due_in_days } = await team.get(id);
  expect(listed).toMatchObject({ status, due_in_days });
  return { status, due_in_days };
}

// Due on the first of March 2026, in summer there and in winter there.
it.each([
  ['Pacific/Auckland', '2026-03-01T10:59:59.999Z', '2026-03-01T11:00:00Z'],
  ['America/Los_Angeles', '2026-03-02T07:59:59.999Z', '2026-03-02T08:00:00Z'],
  ['Asia/Kathmandu', '2026-03-01T18:14:59.999Z', '2026-03-01T18:15:00Z'],
  ['UTC', '2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00Z'],
])('in %s an invoice is late when its due date is over there', async (name, last, first) => {
  await zone(name);
  const { id } = await team.sent({ due_date: '2026-03-01' });
  at(last);
  await job();
  expect(await said(id)).toEqual({ status: 'sent', due_in_days: 0 });
  at(first);
  expect(await said(id)).toEqual({ status: 'sent', due_in_days: -1 });
  await job();
  expect(await said(id)).toEqual({ status: 'overdue', due_in_days: -1 });
});

it.each([
  ['Pacific/Auckland', 'overdue'],
  ['America/Los_Angeles', 'sent'],
])('takes the zone of the organisation, not that of the viewer: in %s %s', async (name, status) => {
  await zone(name);
  await team.admin().patch('/me', { time_zone: 'Pacific/Kiritimati' });
  const { id } = await team.sent({ due_date: '2026-03-01' });
  at('2026-03-01T12:00:00Z');
  await job();
  expect((await said(id)).status).toBe(status);
});

it('counts whole days, also over the change of the clocks', async () => {
  await zone('America/Los_Angeles');
  const { id } = await team.sent({ due_date: '2026-03-10' });
  at('2026-03-07T20:00:00Z');
  expect((await said(id)).due_in_days).toBe(3);
  at('2026-03-12T06:30:00Z');
  expect((await said(id)).due_in_days).toBe(-1);
});

it.each([
  ['a draft', () => team.draft()],
  ['a paid one', () => team.sent({}, '238.00')],
  [
    'a cancelled one',
    async () => {
      const invoice = await team.draft();
      await team.admin().post(`/invoices/${invoice.id}/status`, { status: 'cancelled' });
      return invoice;
    },
  ],
])('counts nothing for %s', async (_what, made) => {
  const { id } = await made();
  at('2026-06-01T00:00:00Z');
  expect((await said(id)).due_in_days).toBeNull();
});
