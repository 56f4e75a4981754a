import type { InvoicePage, TimeEntryPage, TimeEntryView, UnbilledTime } from '@tidemark/contracts';
import { BillingTeam, LINE } from './billing-team';

let team: BillingTeam;

beforeAll(async () => {
  team = await BillingTeam.start();
  team.work.api.clock.set(new Date('2026-01-05T12:00:00Z'));
  await team.work.as('member').post('/timers/start', { project_id: team.work.website.id });
  team.work.api.clock.set(null);
});
afterAll(() => team.stop());

const unbilled = async (query = '') =>
  (await team.admin().get<UnbilledTime>(`/invoices/unbilled?client_id=${team.clientId}${query}`))
    .body;
const entry = (id: number) => `/time-entries/${id}`;
const lineOf = (...ids: number[]) => ({ ...LINE, time_entry_ids: ids });
const replaceLines = async (id: number, lines: object[]) => {
  const { revision } = await team.get(id);
  return team.admin().patch(`/invoices/${id}`, { lines, revision });
};
const unbilledIds = async () => (await unbilled()).lines.flatMap((line) => line.time_entry_ids);

it('offers finished, billable time that is on no invoice, by days and groups', async () => {
  const early = await team.tracked(5, 60);
  const late = await team.tracked(6, 7);
  await team.tracked(6, 60, { billable: false });
  const days = '&start_date=2026-01-05&end_date=2026-01-06';
  const { client_id, lines, subtotal } = await unbilled(`${days}&rounding=6`);
  expect({ client_id, subtotal }).toEqual({ client_id: team.clientId, subtotal: '102.00' });
  expect(lines).toEqual([
    {
      description: 'Website',
      quantity: '1.20',
      unit_price: '85.00',
      amount: '102.00',
      has_rate: true,
      project_name: 'Website',
      seconds: 67 * 60,
      time_entry_ids: [early.id, late.id],
    },
  ]);
  const ofDay = await unbilled('&start_date=2026-01-06&end_date=2026-01-06&group_by=person');
  expect(ofDay.lines).toEqual([
    expect.objectContaining({ description: 'Member Person', time_entry_ids: [late.id] }),
  ]);
  const project = `/invoices/unbilled?project_id=${team.work.website.id}`;
  expect((await team.admin().get<UnbilledTime>(project)).body.lines).toHaveLength(1);
});

it.each([
  ['client_id=1&project_id=1', 400],
  ['', 400],
  ['client_id=999999', 404],
  ['project_id=999999', 404],
  ['client_id=1&rounding=7', 400],
  ['client_id=1&group_by=day', 400],
  ['client_id=1&currency=eur', 400],
  ['client_id=1&start_date=2026-02-30', 400],
])('answers /invoices/unbilled?%s with %i', async (query, status) => {
  expect((await team.admin().get(`/invoices/unbilled?${query}`)).status).toBe(status);
});

it('locks the time that it bills, for everybody and in every way', async () => {
  const [{ id, can_edit }, free] = [await team.tracked(7, 60), await team.tracked(7, 60)];
  expect(can_edit).toBe(true);
  const invoice = await team.draft({ lines: [lineOf(id)] });
  expect(invoice.lines[0]?.time_entry_count).toBe(1);
  expect(await unbilledIds()).not.toContain(id);
  const seen = (await team.work.as('member').get<TimeEntryView>(entry(id))).body;
  expect(seen).toMatchObject({ can_edit: false, is_invoiced: true });
  const list = (await team.work.as('member').get<TimeEntryPage>('/time-entries?limit=100')).body;
  const billed = list.time_entries.filter((one) => one.is_invoiced).map((one) => one.id);
  expect(billed).toContain(id);
  expect(billed).not.toContain(free.id);
  const rows = await team.recorded(async () => {
    for (const person of ['member', 'lead', 'admin'] as const) {
      const requests = team.work.as(person);
      for (const answer of [
        await requests.patch(entry(id), { note: 'Later' }),
        await requests.delete(entry(id)),
      ]) {
        expect([answer.status, answer.body.type]).toEqual([409, '/problems/locked']);
      }
    }
  });
  expect(rows).toEqual([]);
});

it.each(['UPDATE time_entry SET ended_at = now()', 'DELETE FROM time_entry'])(
  'keeps billed time as it was billed, whatever comes past the API: %s',
  async (statement) => {
    const { id } = await team.tracked(8, 60);
    await team.draft({ lines: [lineOf(id)] });
    await expect(team.work.api.sql(`${statement} WHERE id = ${id}`)).rejects.toMatchObject({
      code: 'TM002',
    });
  },
);

it('is found by the time that it bills', async () => {
  const [billed, free] = [await team.tracked(7, 30), await team.tracked(7, 30)];
  const { number } = await team.draft({ lines: [LINE, lineOf(billed.id)] });
  const numbers = async (id: number | string) =>
    (
      await team.work.as('lead').get<InvoicePage>(`/invoices?time_entry_id=${id}`)
    ).body.invoices.map((invoice) => invoice.number);
  expect(await numbers(billed.id)).toEqual([number]);
  expect(await numbers(free.id)).toEqual([]);
  expect((await team.admin().get('/invoices?time_entry_id=x')).status).toBe(400);
});

it('frees its time when the draft is deleted, the invoice is cancelled, or the line goes', async () => {
  const { id } = await team.tracked(9, 60);
  const bill = () => team.draft({ lines: [LINE, lineOf(id)] });
  const first = await bill();
  await team.admin().delete(`/invoices/${first.id}`);
  expect(await unbilledIds()).toContain(id);
  const second = await bill();
  await team.admin().post(`/invoices/${second.id}/status`, { status: 'cancelled' });
  expect(await unbilledIds()).toContain(id);
  const third = await bill();
  await replaceLines(third.id, [{ ...LINE, id: third.lines[0]?.id }]);
  expect(await unbilledIds()).toContain(id);
  const change = { note: 'Free', reason: 'Long past' };
  expect((await team.work.as('member').patch(entry(id), change)).status).toBe(200);
});

it('is told by the activities of the invoice: which time it bills, and which it frees', async () => {
  const [one, two] = [(await team.tracked(9, 60)).id, (await team.tracked(9, 60)).id];
  const rows = await team.recorded(async () => {
    const { id, lines } = await team.draft({ lines: [lineOf(one)] });
    const swapped = { ...LINE, id: lines[0]?.id, time_entry_ids: [two] };
    await replaceLines(id, [swapped]);
    await team.admin().patch(`/invoices/${id}`, { notes: 'Thank you' });
    await team.admin().post(`/invoices/${id}/status`, { status: 'cancelled' });
    const next = await team.draft({ lines: [lineOf(one, two)] });
    await team.admin().delete(`/invoices/${next.id}`);
  });
  const billed = (...ids: number[]) => ({ billed_entries: ids.length, billed_entry_ids: ids });
  const freed = (...ids: number[]) => ({ freed_entries: ids.length, freed_entry_ids: ids });
  const created = { client_id: team.clientId, amount: '238.00' };
  expect(rows.map(({ action, extra_data }) => [action, extra_data])).toEqual([
    ['created', { ...created, ...billed(one) }],
    ['updated', { ...billed(two), ...freed(one) }],
    ['updated', {}],
    ['status_changed', { old_status: 'draft', new_status: 'cancelled', ...freed(two) }],
    ['created', { ...created, ...billed(one, two) }],
    ['deleted', freed(one, two)],
  ]);
});

it('keeps, moves and swaps the time of lines that stay', async () => {
  const [one, two] = [await team.tracked(10, 60), await team.tracked(11, 60)];
  const { id, lines } = await team.draft({ lines: [lineOf(one.id), lineOf(two.id)] });
  const [first, second] = lines.map((line) => line.id);
  const patch = async (wanted: object[]) => {
    const { status } = await replaceLines(id, wanted);
    expect(status).toBe(200);
    const rows = await team.work.api.sql<{ id: number; line: number }>(
      'SELECT id, invoice_line_id AS line FROM time_entry WHERE id = ANY ($1) ORDER BY id',
      [[one.id, two.id]],
    );
    return rows.map(({ line }) => line);
  };
  const text = { ...LINE, description: 'Drawing' };
  expect(
    await patch([
      { ...text, id: first },
      { ...LINE, id: second },
    ]),
  ).toEqual([first, second]);
  const swapped = [
    { ...text, id: first, time_entry_ids: [two.id] },
    { ...LINE, id: second, time_entry_ids: [one.id] },
  ];
  expect(await patch(swapped)).toEqual([second, first]);
  expect(await patch([{ ...text, id: first, time_entry_ids: [] }])).toEqual([null, null]);
});

it('bills and frees the time of a closed month', async () => {
  const [started_at, ended_at] = ['2025-11-05T09:00:00.000Z', '2025-11-05T10:00:00.000Z'];
  const { id } = await team.tracked(1, 0, { started_at, ended_at });
  expect((await team.admin().post('/periods/2025-11/close')).status).toBeLessThan(300);
  const { id: invoice } = await team.draft({ lines: [lineOf(id)] });
  expect(await unbilledIds()).not.toContain(id);
  await team.admin().post(`/invoices/${invoice}/status`, { status: 'cancelled' });
  expect(await unbilledIds()).toContain(id);
});

it('lets one of several invoices through that bill the same time at the same moment', async () => {
  const { id } = await team.tracked(12, 60);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => team.save({ lines: [lineOf(id)] })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

it('bills no time that is not billable, not finished, not there, or of another client', async () => {
  const other = await team.work.api.people.project('Elsewhere', [
    [team.work.people.member, 'lead'],
  ]);
  const foreign = await team.tracked(13, 60, { project_id: other.id });
  const free = await team.tracked(13, 60, { billable: false });
  const running = (await team.work.as('member').get<{ timer: TimeEntryView }>('/timers/current'))
    .body.timer;
  const rows = await team.recorded(async () => {
    for (const id of [foreign.id, free.id, running.id, 2_000_000_000]) {
      const { status, text } = await team.save({ lines: [LINE, lineOf(id)] });
      expect([status, text]).toEqual([409, expect.stringContaining('Line 2 bills time')]);
    }
  });
  expect(rows).toEqual([]);
});
