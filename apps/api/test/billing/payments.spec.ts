import type { InvoiceView } from '@tidemark/contracts';
import { BillingTeam } from './billing-team';

let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start()));
afterAll(() => team.stop());

const pay = (id: number, body: object) =>
  team.admin().post<InvoiceView>(`/invoices/${id}/payments`, body);

it('takes several payments, and says in the feed what is left', async () => {
  const { id, number } = await team.sent();
  const rows = await team.recorded(async () => {
    await pay(id, { amount: '100', method: 'card', paid_on: '2026-01-20', note: 'First half' });
    await pay(id, { amount: '138.00', method: 'cash' });
  });
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'paid',
      description: `Recorded payment for invoice ${number} - EUR 100.00`,
      extra_data: { amount_paid: '100.00', payment_method: 'card', balance: '138.00' },
      changes: [
        { field: 'status', from: 'sent', to: 'partially_paid' },
        { field: 'amount_paid', from: '0.00', to: '100.00' },
      ],
    }),
    expect.objectContaining({
      description: `Recorded payment for invoice ${number} - EUR 138.00`,
      extra_data: { amount_paid: '138.00', payment_method: 'cash', balance: '0.00' },
      changes: [
        { field: 'status', from: 'partially_paid', to: 'paid' },
        { field: 'amount_paid', from: '100.00', to: '238.00' },
      ],
    }),
  ]);
  const invoice = await team.get(id);
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: '238.00', balance: '0.00' });
  expect(invoice.payments).toEqual([
    {
      id: expect.any(Number),
      amount: '100.00',
      method: 'card',
      paid_on: '2026-01-20',
      note: 'First half',
      created_at: expect.any(String),
      reversal: null,
    },
    expect.objectContaining({ amount: '138.00', method: 'cash', note: '' }),
  ]);
});

it.each([
  ['more than the balance', { amount: '238.01' }, '/amount', 'Only EUR 238.00 is still to be paid'],
  ['nothing', { amount: '0.00' }, '/amount', 'more than nothing'],
  ['a tenth of a cent', { amount: '1.001' }, '/amount', 'places'],
  ['a debt', { amount: '-1' }, '/amount', 'must be a number'],
  ['a number that is none', { amount: '1e2' }, '/amount', 'must be a number'],
  ['a day to come', { paid_on: '2099-01-01' }, '/paid_on', 'future'],
  ['a way to pay that is none', { method: 'barter' }, '/method', 'must be one of'],
])('refuses %s, and leaves nothing behind', async (_what, changes, pointer, message) => {
  const { id } = await team.sent();
  const rows = await team.recorded(async () => {
    const { status, body } = await pay(id, { amount: '1', method: 'cash', ...changes });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ pointer, message: expect.stringContaining(message) }] },
    });
  });
  expect(rows).toEqual([]);
  expect(await team.get(id)).toMatchObject({ status: 'sent', payments: [], balance: '238.00' });
});

it('never takes more than the balance from payments at the same moment', async () => {
  const { id } = await team.sent();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => pay(id, { amount: '100', method: 'card' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400, 400, 400]);
  expect(await team.get(id)).toMatchObject({ amount_paid: '200.00', status: 'partially_paid' });
});

it('and cancelling at the same moment: one of them happens', async () => {
  for (const attempt of [1, 2, 3]) {
    const { id } = await team.sent();
    const cancel = () => team.admin().post(`/invoices/${id}/status`, { status: 'cancelled' });
    const pays = () => pay(id, { amount: String(attempt), method: 'cash' });
    const answers = await Promise.all([pays(), cancel()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { status, amount_paid } = await team.get(id);
    expect([status, amount_paid]).toEqual(
      answers[0].status === 200 ? ['partially_paid', `${attempt}.00`] : ['cancelled', '0.00'],
    );
  }
});

it('is refused by the database itself beyond the total, or without an activity', async () => {
  const { id } = await team.sent();
  const { sql } = team.work.api;
  const run = (text: string) => sql.call(team.work.api, text, [id]);
  await expect(run('UPDATE invoice SET paid_minor = 99999 WHERE id = $1')).rejects.toThrow(
    'invoice_paid_minor_check',
  );
  await expect(
    run(`INSERT INTO invoice_payment (invoice_id, amount_minor, method, paid_on)
         VALUES ($1, 1, 'cash', '2026-01-01')`),
  ).rejects.toMatchObject({ code: 'TM001' });
  await expect(
    run('UPDATE invoice_line SET amount_minor = 1 WHERE invoice_id = $1'),
  ).rejects.toMatchObject({ code: 'TM001' });
});
