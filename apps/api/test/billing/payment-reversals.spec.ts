import type { InvoiceView, PaymentView, Problem } from '@tidemark/contracts';
import type { Answer } from '../support';
import { BillingTeam } from './billing-team';
import { textOfPdf } from './pdf-text';

const WHY = 'It was for another invoice';
let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start({ DATABASE_POOL: '20' })));
beforeEach(() => team.work.api.clock.set(new Date('2026-02-10T12:00:00Z')));
afterAll(() => team.stop());

const reverse = (
  id: number,
  payment: number,
  body: object = { reason: WHY },
): Promise<Answer<InvoiceView>> =>
  team.admin().post(`/invoices/${id}/payments/${payment}/reverse`, body);
const idOf = (invoice: InvoiceView, at = -1) => (invoice.payments.at(at) as PaymentView).id;

/** Sent, and paid in these parts. */
async function paid(...amounts: string[]): Promise<InvoiceView> {
  const { id } = await team.sent();
  for (const amount of amounts) await team.pay(id, amount);
  return team.get(id);
}

it('stays in sight with who, when and why, and is nothing that was paid', async () => {
  const invoice = await paid('100.00', '138.00');
  const { status, body } = await reverse(invoice.id, idOf(invoice, 0), { reason: ` ${WHY}\n` });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { status: 'partially_paid', amount_paid: '138.00', balance: '100.00' },
  });
  expect(body.payments).toEqual([
    {
      ...invoice.payments[0],
      reversal: {
        reason: WHY,
        created_at: '2026-02-10T12:00:00.000Z',
        user_id: team.work.people.admin.id,
        display_name: team.work.people.admin.displayName,
      },
    },
    invoice.payments[1],
  ]);
  expect(await team.get(invoice.id)).toEqual(body);
});

it('is one update in the feed, which says why, and where the status moves one of the status', async () => {
  const invoice = await paid('100.00', '38.00', '100.00');
  const { id, number } = invoice;
  const [, second, third] = invoice.payments as [PaymentView, PaymentView, PaymentView];
  const rows = await team.recorded(async () => {
    await reverse(id, third.id);
    await reverse(id, second.id, { reason: 'Bounced' });
  });
  const told = {
    ...{ reason: WHY, payment_id: third.id, payment_method: 'bank_transfer' },
    ...{ paid_on: '2026-02-10', amount_reversed: '100.00', balance: '100.00' },
  };
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'updated',
      description: `Updated invoice ${number}`,
      extra_data: told,
      changes: [{ field: 'amount_paid', from: '238.00', to: '138.00' }],
      user_id: team.work.people.admin.id,
    }),
    expect.objectContaining({
      action: 'status_changed',
      description: `Changed invoice ${number} status from paid to partially_paid`,
      extra_data: { ...told, old_status: 'paid', new_status: 'partially_paid' },
      changes: [{ field: 'status', from: 'paid', to: 'partially_paid' }],
    }),
    expect.objectContaining({
      action: 'updated',
      extra_data: expect.objectContaining({
        ...{ reason: 'Bounced', amount_reversed: '38.00', balance: '138.00' },
      }),
      changes: [{ field: 'amount_paid', from: '138.00', to: '100.00' }],
    }),
  ]);
});

it.each([
  ['sent, while it can still be paid in time', '2026-02-14T23:59:59Z', ['238.00'], 'sent'],
  ['overdue, when it cannot', '2026-02-15T00:00:00Z', ['238.00'], 'overdue'],
  ['overdue, also with a part of it paid', '2026-02-15T00:00:00Z', ['1.00', '237.00'], 'overdue'],
  [
    'paid in part, with a part of it paid',
    '2026-02-14T23:59:59Z',
    ['1.00', '237.00'],
    'partially_paid',
  ],
] as const)('leaves an invoice %s', async (_what, now, amounts, status) => {
  const invoice = await paid(...amounts);
  team.work.api.clock.set(new Date(now));
  expect((await reverse(invoice.id, idOf(invoice))).body.status).toBe(status);
});

it('counts the due date where the organisation is', async () => {
  const invoice = await paid('238.00');
  await team.admin().patch('/settings', { time_zone: 'America/Los_Angeles' });
  team.work.api.clock.set(new Date('2026-02-15T07:59:59Z'));
  const { body } = await reverse(invoice.id, idOf(invoice));
  await team.admin().patch('/settings', { time_zone: 'UTC' });
  expect(body).toMatchObject({ status: 'sent', due_in_days: 0 });
});

it('makes room for the right payment, and for cancelling', async () => {
  const invoice = await paid('238.00');
  await reverse(invoice.id, idOf(invoice));
  const again = await team.pay(invoice.id, '238.00');
  expect(again.body).toMatchObject({ status: 'paid', balance: '0.00' });
  expect((await reverse(invoice.id, idOf(again.body))).status).toBe(200);
  const cancel = { status: 'cancelled' };
  expect((await team.admin().post(`/invoices/${invoice.id}/status`, cancel)).status).toBe(200);
  expect((await team.get(invoice.id)).payments).toHaveLength(2);
});

it.each([
  ['without a reason', {}],
  ['with an empty one', { reason: ' \n ' }],
  ['with one that is no text', { reason: 7 }],
  ['with one that never ends', { reason: 'x'.repeat(501) }],
  ['with more than a reason', { reason: WHY, amount: '1.00' }],
])('is refused %s, and leaves nothing behind', async (_what, body) => {
  const invoice = await paid('100.00');
  const rows = await team.recorded(async () =>
    expect((await reverse(invoice.id, idOf(invoice), body)).status).toBe(400),
  );
  expect(rows).toEqual([]);
  expect(await team.get(invoice.id)).toEqual(invoice);
});

it('finds a payment by its own invoice alone', async () => {
  const [one, other] = [await paid('100.00'), await paid('100.00')];
  const rows = await team.recorded(async () => {
    expect((await reverse(one.id, idOf(other))).status).toBe(404);
    expect((await reverse(one.id, 999_999)).status).toBe(404);
    expect((await reverse(999_999, idOf(one))).status).toBe(404);
    expect((await reverse(one.id, 0)).status).toBe(404);
  });
  expect(rows).toEqual([]);
  expect([await team.get(one.id), await team.get(other.id)]).toEqual([one, other]);
});

it('happens once, of several at the same moment', async () => {
  const invoice = await paid('100.00', '138.00');
  const rows = await team.recorded(async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => reverse(invoice.id, idOf(invoice))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body as unknown as Problem;
    expect(refused.detail).toContain('was taken back already');
  });
  expect(rows.map(({ action }) => action)).toEqual(['updated', 'status_changed']);
  expect(await team.get(invoice.id)).toMatchObject({ amount_paid: '100.00', balance: '138.00' });
});

it('and payments at the same moment leave what adds up', async () => {
  const invoice = await paid('100.00', '38.00');
  await Promise.all([
    reverse(invoice.id, idOf(invoice, 0)),
    team.pay(invoice.id, '100.00'),
    reverse(invoice.id, idOf(invoice, 1)),
    team.pay(invoice.id, '50.00'),
    team.pay(invoice.id, '50.00'),
  ]);
  const { payments, amount_paid, balance, status } = await team.get(invoice.id);
  const counting = payments.filter(({ reversal }) => reversal === null);
  const sum = counting.reduce((all, { amount }) => all + Number(amount), 0);
  expect(payments.filter(({ reversal }) => reversal)).toHaveLength(2);
  expect([Number(amount_paid), Number(balance)]).toEqual([sum, 238 - sum]);
  expect(status).toBe('partially_paid');
});

it('is not on the document', async () => {
  const { id } = await team.sent();
  await team.admin().post(`/invoices/${id}/payments`, {
    ...{ amount: '238.00', method: 'card', paid_on: '2026-02-09' },
  });
  await reverse(id, idOf(await team.get(id)));
  expect(await words(id)).toContain('To pay EUR 238.00');
  expect(await words(id)).not.toMatch(/Paid/);
  await team.admin().post(`/invoices/${id}/payments`, {
    ...{ amount: '238.00', method: 'card', paid_on: '2026-01-20' },
  });
  expect(await words(id)).toContain('Paid on 20 January 2026');
});

it('is refused by the database itself without an activity, or in half', async () => {
  const invoice = await paid('100.00');
  const run = (set: string) =>
    team.work.api.sql(`UPDATE invoice_payment SET ${set} WHERE id = $1`, [idOf(invoice)]);
  const who = `reversed_by = ${team.work.people.admin.id}`;
  await expect(run(`reversed_at = now(), ${who}`)).rejects.toThrow(
    'invoice_payment_reversal_check',
  );
  await expect(run(`reversed_at = now(), ${who}, reversal_reason = ''`)).rejects.toThrow(
    'invoice_payment_reversal_check',
  );
  await expect(run(`reversed_at = now(), ${who}, reversal_reason = 'x'`)).rejects.toMatchObject({
    code: 'TM001',
  });
});

async function words(id: number): Promise<string> {
  const { token } = team.work.people.admin;
  const headers = { authorization: `Bearer ${token}` };
  const { rawPayload } = await team.work.api.app.inject({
    ...{ method: 'GET', url: `/api/invoices/${id}/pdf`, headers },
  });
  return textOfPdf(rawPayload).join('\n').replaceAll(/\s+/g, ' ');
}
