import { OverdueInvoices } from '@tidemark/api/billing';
import {
  type ActivityView,
  INVOICE_STATUSES,
  INVOICE_STATUSES_BY_HAND,
  type InvoiceStatus,
  type InvoiceView,
} from '@tidemark/contracts';
import { BillingTeam } from './billing-team';

let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start()));
afterEach(() => jest.restoreAllMocks());
afterAll(() => team.stop());

const change = (id: number, status: string) =>
  team.admin().post<InvoiceView>(`/invoices/${id}/status`, { status });
/** What the trail gained about one invoice, oldest first. */
async function told(id: number, work: () => Promise<unknown>): Promise<ActivityView[]> {
  const history = () =>
    team.work.as('auditor').feed(`?entity_type=invoice&entity_id=${id}&limit=100`);
  const before = new Set((await history()).map((row) => row.id));
  await work();
  jest.restoreAllMocks();
  return (await history()).filter((row) => !before.has(row.id)).sort((a, b) => a.id - b.id);
}
const overdue = () => team.work.api.app.get(OverdueInvoices, { strict: false }).mark();
const at = (day: string) =>
  jest.spyOn(team.work.api.clock, 'now').mockReturnValue(new Date(`${day}T12:00:00Z`));

/** How an invoice comes into each status by the API alone. */
const REACH: Record<InvoiceStatus, () => Promise<number>> = {
  draft: async () => (await team.draft()).id,
  sent: async () => (await team.sent()).id,
  partially_paid: async () => (await team.sent({}, '38.00')).id,
  paid: async () => (await team.sent({}, '238.00')).id,
  overdue: async () => {
    const { id } = await team.sent();
    at('2026-02-15');
    await overdue();
    jest.restoreAllMocks();
    return id;
  },
  cancelled: async () => {
    const { id } = await team.sent();
    await change(id, 'cancelled');
    return id;
  },
};

/** Everything that may happen to an invoice, and the status it then has; undefined where it is refused. */
const EVENTS: Record<string, (id: number) => Promise<{ status: number }>> = {
  'set to sent': (id) => change(id, 'sent'),
  cancelled: (id) => change(id, 'cancelled'),
  'sent by mail': (id) => team.admin().post(`/invoices/${id}/send`, { to: 'a@b.example' }),
  'paid in part': (id) => team.pay(id, '100.00'),
  'paid in full': async (id) => team.pay(id, (await team.get(id)).balance),
  'past its due date': async () => {
    at('2026-02-15');
    await overdue();
    return { status: 200 };
  },
  'rid of its payment in time': (id) => takeBack(id, '2026-02-14'),
  'rid of its payment too late': (id) => takeBack(id, '2026-02-15'),
};
async function takeBack(id: number, day: string): Promise<{ status: number }> {
  const payment = (await team.get(id)).payments.at(-1)?.id ?? 0;
  at(day);
  const reason = { reason: 'Bounced' };
  return team.admin().post(`/invoices/${id}/payments/${payment}/reverse`, reason);
}

type Outcome = InvoiceStatus | undefined;
const OUTCOMES: Record<InvoiceStatus, Outcome[]> = {
  draft: ['sent', 'cancelled', 'sent', undefined, undefined, 'draft', undefined, undefined],
  sent: ['sent', 'cancelled', 'sent', 'partially_paid', 'paid', 'overdue', undefined, undefined],
  partially_paid: [
    undefined,
    undefined,
    'partially_paid',
    'partially_paid',
    'paid',
    'overdue',
    'sent',
    'overdue',
  ],
  paid: [undefined, undefined, 'paid', undefined, undefined, 'paid', 'sent', 'overdue'],
  overdue: [undefined, 'cancelled', 'overdue', 'overdue', 'paid', 'overdue', undefined, undefined],
  cancelled: [
    undefined,
    'cancelled',
    undefined,
    undefined,
    undefined,
    'cancelled',
    undefined,
    undefined,
  ],
};

const CASES = INVOICE_STATUSES.flatMap((status) =>
  Object.keys(EVENTS).map((event, row) => [status, event, OUTCOMES[status][row]] as const),
);

it.each(CASES)('%s, then %s: %s', async (from, event, outcome) => {
  const id = await REACH[from]();
  expect((await team.get(id)).status).toBe(from);
  let answer: { status: number } | undefined;
  const own = await told(id, async () => (answer = await EVENTS[event]?.(id)));
  expect((await team.get(id)).status).toBe(outcome ?? from);
  if (!outcome) expect([[400, 404, 409].includes(answer?.status ?? 0), own]).toEqual([true, []]);
  if (outcome && outcome !== from) {
    const statuses = own.flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'status'),
    );
    expect(statuses).toEqual([{ field: 'status', from, to: outcome }]);
  }
});

it.each(INVOICE_STATUSES.filter((status) => !INVOICE_STATUSES_BY_HAND.includes(status as 'sent')))(
  'is never set to %s by hand',
  async (status) => {
    const { id } = await team.draft();
    expect((await change(id, status)).status).toBe(400);
  },
);

it('says in the feed from which status to which', async () => {
  const { id, number } = await team.draft();
  const rows = await team.told(async () => {
    await change(id, 'sent');
    await change(id, 'sent');
    await change(id, 'cancelled');
  });
  expect(rows).toEqual([
    [
      'status_changed',
      `Changed invoice ${number} status from draft to sent`,
      { old_status: 'draft', new_status: 'sent' },
    ],
    [
      'status_changed',
      `Changed invoice ${number} status from sent to cancelled`,
      { old_status: 'sent', new_status: 'cancelled' },
    ],
  ]);
});

it('becomes overdue by a job, on the day after its due date and once', async () => {
  const { id, number } = await team.sent({ due_date: '2026-03-01' });
  at('2026-03-01');
  await overdue();
  expect((await team.get(id)).status).toBe('sent');
  at('2026-03-02');
  const rows = await told(id, () => Promise.all([overdue(), overdue()]));
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'status_changed',
      description: `Changed invoice ${number} status from sent to overdue`,
      extra_data: { old_status: 'sent', new_status: 'overdue' },
      user_id: null,
      source: 'job:invoice-due',
    }),
  ]);
});

it('is not sent while it comes to nothing', async () => {
  const free = { description: 'Gift', quantity: '1', unit_price: '0' };
  const { id } = await team.draft({ lines: [free] });
  const rows = await team.recorded(async () => {
    expect((await change(id, 'sent')).status).toBe(409);
    expect((await EVENTS['sent by mail']?.(id))?.status).toBe(409);
  });
  expect(rows).toEqual([]);
});
