import type { InvoicePage, InvoiceView } from '@tidemark/contracts';
import { BillingTeam, LINE } from './billing-team';

let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start({ DATABASE_POOL: '20' })));
afterAll(() => team.stop());

const patch = (id: number, body: object) =>
  team.admin().patch<InvoiceView>(`/invoices/${id}`, body);
const remove = (id: number) => team.admin().delete(`/invoices/${id}`);

it('is in the feed from its first day to its last', async () => {
  const rows = await team.recorded(async () => {
    const { id } = await team.draft({ issue_date: '2030-05-01', due_date: '2030-05-31' });
    const { body } = await patch(id, { notes: 'Thank you', tax_rate: '7.25' });
    const { revision } = body;
    await patch(id, { lines: [LINE, { ...LINE, description: 'Code' }], revision });
    await remove(id);
  });
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'created',
      description: 'Created invoice 2030-0001 for Website client - EUR 238.00',
      entity_type: 'invoice',
      entity_name: '2030-0001',
      project_id: null,
      extra_data: { client_id: team.clientId, amount: '238.00' },
      changes: [],
    }),
    expect.objectContaining({
      action: 'updated',
      description: 'Updated invoice 2030-0001',
      extra_data: {},
      changes: [
        { field: 'tax_rate', from: '19', to: '7.25' },
        { field: 'notes', from: '', to: 'Thank you' },
        { field: 'total', from: '238.00', to: '214.50' },
      ],
    }),
    expect.objectContaining({
      action: 'updated',
      changes: [
        { field: 'lines_revision', from: 1, to: 2 },
        { field: 'total', from: '214.50', to: '429.00' },
      ],
    }),
    expect.objectContaining({
      action: 'deleted',
      description: 'Deleted invoice 2030-0001',
      entity_name: '2030-0001',
      extra_data: {},
    }),
  ]);
});

it('answers with what was saved and what it comes to', async () => {
  const invoice = await team.draft({ notes: 'Net 30', lines: [LINE, { ...LINE, quantity: '1' }] });
  expect(invoice).toEqual({
    id: expect.any(Number),
    number: expect.stringMatching(/^2026-\d{4}$/),
    client_id: team.clientId,
    client_name: 'Website client',
    client_email: null,
    status: 'draft',
    currency: 'EUR',
    tax_rate: '19',
    issue_date: '2026-01-15',
    due_date: '2026-02-14',
    due_in_days: null,
    subtotal: '280.00',
    tax: '53.20',
    total: '333.20',
    amount_paid: '0.00',
    balance: '333.20',
    notes: 'Net 30',
    lines: [
      {
        id: expect.any(Number),
        description: 'Design',
        quantity: '2.50',
        unit_price: '80.00',
        amount: '200.00',
        time_entry_count: 0,
      },
      expect.objectContaining({ quantity: '1.00', amount: '80.00' }),
    ],
    payments: [],
    sent_at: null,
    sent_to: null,
    revision: expect.stringMatching(/^[\w-]{22}$/),
    can_edit: true,
    can_delete: true,
    created_at: expect.stringMatching(/Z$/),
  });
  expect(await team.get(invoice.id)).toEqual(invoice);
  const read = (await team.work.as('lead').get<InvoiceView>(`/invoices/${invoice.id}`)).body;
  expect(read).toEqual({ ...invoice, can_edit: false, can_delete: false });
});

it('writes nothing when nothing changes', async () => {
  const invoice = await team.draft();
  const { currency, tax_rate, issue_date, due_date, notes, revision } = invoice;
  const lines = invoice.lines.map(({ id, description, quantity, unit_price }) => ({
    ...{ id, description, quantity, unit_price },
  }));
  const rows = await team.recorded(async () => {
    const same = { currency, tax_rate, issue_date, due_date, notes, lines, revision };
    for (const body of [same, {}]) expect((await patch(invoice.id, body)).status).toBe(200);
  });
  expect(rows).toEqual([]);
  expect(await team.get(invoice.id)).toEqual(invoice);
});

it('notices a change of lines that leaves the total as it was', async () => {
  const { id, lines, revision } = await team.draft();
  const rows = await team.recorded(async () => {
    const changed = [{ id: lines[0]?.id, ...LINE, description: 'Drawing' }];
    expect((await patch(id, { lines: changed, revision })).status).toBe(200);
  });
  expect(rows.map(({ changes }) => changes)).toEqual([
    [{ field: 'lines_revision', from: 1, to: 2 }],
  ]);
});

it('draws fifty consecutive numbers for fifty invoices made at the same moment', async () => {
  /** A busy server asks to come again; that is not what this is about. */
  const save = async () => {
    for (;;) {
      const answer = await team.save({ issue_date: '2031-01-01', due_date: '2031-01-31' });
      if (answer.status !== 503) return answer;
    }
  };
  const answers = await Promise.all(Array.from({ length: 50 }, save));
  const expected = answers.map((_, at) => `2031-${String(at + 1).padStart(4, '0')}`);
  expect(answers.map(({ body }) => body.number).sort()).toEqual(expected);
});

it('gives the number of an invoice that failed to the next one', async () => {
  const year = { issue_date: '2032-01-01', due_date: '2032-01-31' };
  const entry = [{ ...LINE, time_entry_ids: [2_000_000_000] }];
  expect((await team.save({ ...year, lines: entry })).status).toBe(409);
  expect((await team.draft(year)).number).toBe('2032-0001');
});

it('deletes the newest draft only, so that no number is ever missing', async () => {
  const year = { issue_date: '2033-01-01', due_date: '2033-01-31' };
  const first = await team.draft(year);
  const second = await team.draft(year);
  expect((await team.get(first.id)).can_delete).toBe(false);
  const refused = await remove(first.id);
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/conflict']);
  expect(refused.body.detail).toContain(`cancel ${first.number} instead`);
  expect((await remove(second.id)).status).toBe(204);
  expect((await remove(first.id)).status).toBe(204);
  expect((await team.draft(year)).number).toBe('2033-0001');
});

it('keeps its numbers whole while drafts are made and deleted at the same moment', async () => {
  const year = { issue_date: '2034-01-01', due_date: '2034-01-31' };
  const turn = async () => {
    const { id } = await team.draft(year);
    await remove(id);
  };
  await Promise.all(Array.from({ length: 20 }, turn));
  const rows = await team.work.api.sql<{ n: number }>(
    'SELECT series_number AS n FROM invoice WHERE series_year = 2034 ORDER BY 1',
  );
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, at) => at + 1));
  expect((await team.draft(year)).number).toBe(`2034-${String(rows.length + 1).padStart(4, '0')}`);
});

it('changes and deletes nothing but drafts', async () => {
  const { id } = await team.sent();
  const rows = await team.recorded(async () => {
    for (const answer of [await patch(id, { notes: 'x' }), await remove(id)]) {
      expect([answer.status, (answer.body as { type?: string }).type]).toEqual([
        409,
        '/problems/locked',
      ]);
    }
  });
  expect(rows).toEqual([]);
});

it.each([
  ['a due date before its own', { due_date: '2026-01-14' }, '/due_date'],
  ['a tax beyond all', { tax_rate: '100.001' }, '/tax_rate'],
  ['a tax of four places', { tax_rate: '19.0001' }, '/tax_rate'],
  ['a currency that is none', { currency: 'XQQ' }, '/currency'],
  ['no lines', { lines: [] }, '/lines'],
  ['lines that are none', { lines: [7] as never }, '/lines/0'],
  ['lines in lines', { lines: [[LINE]] as never }, '/lines'],
  ['a price as a number', { lines: [{ ...LINE, unit_price: 80 as never }] }, '/lines/0/unit_price'],
  ['a tenth of a cent', { lines: [LINE, { ...LINE, unit_price: '0.001' }] }, '/lines/1/unit_price'],
  [
    'half a yen',
    { currency: 'JPY', lines: [{ ...LINE, unit_price: '0.5' }] },
    '/lines/0/unit_price',
  ],
  [
    'a line of more than fits, though another takes it back',
    {
      lines: ['999999999', '-999999999'].map((unit_price) => ({
        ...{ ...LINE, quantity: '999999.99', unit_price },
      })),
    },
    '/lines/0/unit_price',
  ],
  ['a line of another invoice', { lines: [{ ...LINE, id: 1 }] }, '/lines/0/id'],
  ['an unknown field of a line', { lines: [{ ...LINE, amount: '1' } as never] }, '/lines/0/amount'],
  ['less than nothing', { lines: [{ ...LINE, unit_price: '-1' }] }, '/lines'],
  [
    'the same entry twice',
    { lines: [{ ...LINE, time_entry_ids: [1, 1] }] },
    '/lines/0/time_entry_ids',
  ],
])('refuses %s, and draws no number for it', async (_what, changes, pointer) => {
  const series = () => team.work.api.sql('SELECT * FROM invoice_series ORDER BY year');
  const before = await series();
  const rows = await team.recorded(async () => {
    const { status, body } = await team.save(changes);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { type: '/problems/validation-failed', errors: [{ pointer }] },
    });
  });
  expect(rows).toEqual([]);
  expect(await series()).toEqual(before);
});

it('keeps the year that its number says', async () => {
  const { id } = await team.draft();
  const { status, text } = await patch(id, { issue_date: '2025-12-31' });
  expect([status, text]).toEqual([400, expect.stringContaining('must stay in that year')]);
});

it.each([
  ['JPY', '1500', '3750', '713', '4463'],
  ['KWD', '1.234', '3.085', '0.586', '3.671'],
  ['EUR', '0.33', '0.83', '0.16', '0.99'],
])('counts %s in its own smallest unit', async (currency, unit_price, amount, tax, total) => {
  const invoice = await team.draft({ currency, lines: [{ ...LINE, unit_price }] });
  expect(invoice.lines[0]?.amount).toBe(amount);
  expect(invoice).toMatchObject({ subtotal: amount, tax, total, balance: total });
});

it('finds invoices by number, client and status, and says what is still to be paid', async () => {
  const world = await team.work.api.people.project('Zeppelin');
  const of = { client_id: world.client_id, issue_date: '2036-01-01', due_date: '2036-02-01' };
  const early = await team.draft();
  await team.draft(of);
  const open = await team.sent({ ...of, due_date: '2036-01-02' }, '38.00');
  await team.sent({ ...of, currency: 'USD' });
  await team.sent(of, '238.00');
  const list = async (query: string) =>
    (await team.work.as('auditor').get<InvoicePage>(`/invoices?${query}`)).body;
  const numbers = async (query: string) => (await list(query)).invoices.map(({ number }) => number);
  expect(await numbers('q=zeppelin')).toEqual(['2036-0004', '2036-0003', '2036-0002', '2036-0001']);
  expect(await numbers('q=2036-0003')).toEqual(['2036-0003']);
  expect(await numbers(`client_id=${world.client_id}&status=draft,paid&sort=number`)).toEqual([
    '2036-0001',
    '2036-0004',
  ]);
  expect(await numbers('q=zeppelin&sort=due_date&limit=1')).toEqual([open.number]);
  expect(await numbers('q=%25')).toEqual([]);
  expect((await list('q=zeppelin')).outstanding).toEqual([
    { currency: 'EUR', amount: '200.00' },
    { currency: 'USD', amount: '238.00' },
  ]);
  expect((await list('q=zeppelin&limit=3')).total).toBe(4);
  const all = await numbers('sort=number&limit=100');
  expect(all).toEqual(expect.arrayContaining([early.number, open.number]));
  expect(all).toEqual([...all].sort());
});
