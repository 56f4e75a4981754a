import type {
  PeriodPage,
  PeriodView,
  ReviewedPeriodView,
  TimeEntryView,
} from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => (team = await WorkTeam.start()));
afterAll(() => team.stop());
beforeEach(async () => {
  now('2026-03-10T12:00:00Z');
  await team.as('admin').patch('/settings', { time_zone: 'Europe/Berlin' });
});
afterEach(() => quietly('DELETE FROM time_entry; DELETE FROM closed_period'));

/** Past the triggers. */
const quietly = (statements: string) =>
  team.api.sql(
    `SET session_replication_role = 'replica'; ${statements}; RESET session_replication_role`,
  );

const now = (instant: string) => team.api.clock.set(new Date(instant));
const track = async (started_at: string, ended_at: string) => {
  const body = { project_id: team.website.id, started_at, ended_at };
  const { status, text } = await team.as('member').post('/time-entries', body);
  if (status !== 201) throw new Error(text);
};
const close = (month: string) =>
  team.as('admin').post<ReviewedPeriodView>(`/periods/${month}/close`);
const open = (month: string, body: unknown = { reason: 'A mistake' }) =>
  team.as('admin').post<ReviewedPeriodView>(`/periods/${month}/open`, body);
const list = async (query = '') =>
  (await team.as('auditor').get<PeriodPage>(`/periods${query}`)).body;
const months = async () => (await list()).periods.map(({ month }) => month);

describe('closing and opening', () => {
  it('is in the trail with what is in the month, and with the reason', async () => {
    await track('2026-01-15T09:00:00Z', '2026-01-15T10:30:00Z');
    await track('2026-01-31T22:00:00Z', '2026-02-01T01:00:00Z');
    const rows = await team.recorded(async () => {
      expect((await close('2026-01')).status).toBe(200);
      expect((await open('2026-01', { reason: ' Two hours are missing ' })).status).toBe(200);
    });
    const row = {
      user_id: team.people.admin.id,
      action: 'updated',
      entity_type: 'setting',
      entity_id: 202_601,
      entity_name: 'January 2026',
      project_id: null,
    };
    const inIt = { period: '2026-01', hours: 2.5, entry_count: 2 };
    expect(rows).toEqual([
      expect.objectContaining({
        ...row,
        description: 'Closed period January 2026',
        changes: [{ field: 'closed', from: false, to: true }],
        extra_data: inIt,
      }),
      expect.objectContaining({
        ...row,
        description: 'Opened period January 2026: Two hours are missing',
        changes: [{ field: 'closed', from: true, to: false }],
        extra_data: { ...inIt, reason: 'Two hours are missing' },
      }),
    ]);
    const history = await team.as('auditor').feed('?entity_type=setting&entity_id=202601&limit=2');
    expect(history.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).reverse());
  });

  it('answers with the month as it is now', async () => {
    await track('2026-01-15T09:00:00Z', '2026-01-15T10:30:00Z');
    const month = { id: 202_601, month: '2026-01', is_over: true, hours: 1.5, entry_count: 1 };
    expect((await close('2026-01')).body).toEqual({
      ...month,
      is_closed: true,
      closed_at: '2026-03-10T12:00:00.000Z',
      closed_by: team.people.admin.id,
      closed_by_display_name: 'Admin Person',
    });
    expect((await open('2026-01')).body).toEqual({
      ...month,
      is_closed: false,
      closed_at: null,
      closed_by: null,
      closed_by_display_name: null,
    });
  });

  it('writes nothing the second time, also when both come at once', async () => {
    const rows = await team.recorded(async () => {
      const closing = await Promise.all([1, 2, 3, 4].map(() => close('2026-01')));
      expect(closing.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const opening = await Promise.all([1, 2, 3, 4].map(() => open('2026-01')));
      expect(opening.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    });
    expect(rows.map(({ description }) => description)).toEqual([
      'Closed period January 2026',
      'Opened period January 2026: A mistake',
    ]);
  });

  it.each([
    '2026-13',
    '2026-00',
    '2026-1',
    '1999-12',
    '2100-01',
    '202601',
    '2026-01-01',
    'x',
    '%20',
  ])('refuses %s, which is no month', async (month) => {
    for (const answer of [await close(month), await open(month)]) {
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('month must')]);
    }
  });

  it.each(['2026-03', '2026-04', '2027-01', '2099-12'])(
    'refuses %s, which is not over',
    async (month) => {
      const rows = await team.recorded(async () => {
        const { status, text } = await close(month);
        expect([status, text]).toEqual([409, expect.stringContaining('not over yet')]);
      });
      expect(rows).toEqual([]);
    },
  );

  it('can close a month from its last moment in the zone of the organisation', async () => {
    now('2026-02-28T22:59:59.999Z');
    expect((await close('2026-02')).status).toBe(409);
    now('2026-02-28T23:00:00Z');
    expect((await close('2026-02')).status).toBe(200);
  });

  it.each([{}, { reason: '' }, { reason: ' ' }, { reason: null }, { reason: 'x'.repeat(501) }])(
    'does not open for %j',
    async (body) => {
      await close('2026-01');
      const answer = await open('2026-01', body);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('"/reason"')]);
      expect((await list()).periods.at(-1)).toMatchObject({ month: '2026-01', is_closed: true });
    },
  );

  it('waits for timers that began before its end, and says whose they are', async () => {
    now('2026-02-28T20:00:00Z');
    const timer = { project_id: team.website.id };
    await team.as('lead').post('/timers/start', timer);
    now('2026-03-01T08:00:00Z');
    await team.as('member').post('/timers/start', timer);
    const rows = await team.recorded(async () => {
      for (const month of ['2026-02', '2026-01']) {
        const { status, text } = await close(month);
        if (month === '2026-02')
          expect([status, text]).toEqual([409, expect.stringMatching(/Lead Person first/)]);
        expect(text).not.toContain('Member Person');
      }
    });
    expect(rows.map(({ description }) => description)).toEqual(['Closed period January 2026']);
    await team.as('lead').post('/timers/stop');
    expect((await close('2026-02')).status).toBe(200);
  });
});

describe('the list', () => {
  it('is empty as long as there is no time', async () => {
    expect(await list()).toEqual({
      periods: [],
      total: 0,
      pages: 0,
      current_page: 1,
      has_next: false,
      has_prev: false,
    });
  });

  it('goes from the first entry to the current month, the newest first, in pages', async () => {
    await track('2025-11-30T23:30:00Z', '2025-11-30T23:45:00Z');
    expect(await months()).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
    await close('2025-10');
    expect(await months()).toEqual([
      '2026-03',
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
      '2025-10',
    ]);
    const page = await list('?limit=2&page=2');
    expect(page.periods.map(({ month }) => month)).toEqual(['2026-01', '2025-12']);
    expect(page).toMatchObject({ total: 6, pages: 3, has_next: true, has_prev: true });
    expect((await list('?limit=2&page=9')).periods).toEqual([]);
  });

  it('gives each month its part of what goes over its end, by the zone', async () => {
    await track('2026-01-31T22:30:00Z', '2026-02-01T00:00:00Z');
    await track('2026-02-10T09:00:00Z', '2026-02-10T10:00:00Z');
    await track('2026-02-28T22:00:00Z', '2026-02-28T23:00:00Z');
    await track('2025-12-20T00:00:00Z', '2026-01-10T00:00:00Z');
    const { periods } = await list();
    expect(periods).toMatchObject([
      { month: '2026-03', hours: 0, entry_count: 0, is_over: false },
      { month: '2026-02', hours: 3, entry_count: 3, is_over: true },
      { month: '2026-01', hours: 217.5, entry_count: 2 },
      { month: '2025-12', hours: 287, entry_count: 1 },
    ]);
    // The same when a page begins in the middle of them.
    expect((await list('?limit=1&page=3')).periods).toEqual([periods[2]]);
  });

  it('counts a running timer up to now', async () => {
    now('2026-03-10T10:00:00Z');
    await team.as('member').post('/timers/start', { project_id: team.website.id });
    now('2026-03-10T10:45:00Z');
    expect((await list()).periods).toMatchObject([
      { month: '2026-03', hours: 0.75, entry_count: 1 },
    ]);
  });

  it('tells members and leads which months are closed, and no more', async () => {
    await track('2026-02-15T09:00:00Z', '2026-02-15T10:30:00Z');
    await close('2026-02');
    const plain: PeriodView[] = [
      { month: '2026-03', is_closed: false },
      { month: '2026-02', is_closed: true },
    ];
    for (const person of ['member', 'lead', 'outsider'] as const) {
      expect((await team.as(person).get<PeriodPage>('/periods')).body.periods).toEqual(plain);
    }
    const reviewed = [{ month: '2026-03' }, { closed_by_display_name: 'Admin Person', hours: 1.5 }];
    for (const person of ['admin', 'auditor'] as const) {
      expect((await team.as(person).get<PeriodPage>('/periods')).body.periods).toMatchObject(
        reviewed,
      );
    }
  });

  it.each(['limit=0', 'limit=101', 'page=0', 'page=x', 'sort=month', 'limit=1&limit=2'])(
    'refuses ?%s',
    async (query) => {
      expect((await team.as('auditor').get(`/periods?${query}`)).status).toBe(400);
    },
  );
});

it('keeps its bounds, whatever is said of zones afterwards', async () => {
  await close('2026-01');
  await quietly(`UPDATE setting SET value = 'Asia/Tokyo' WHERE name = 'time_zone'`);
  const at = (started_at: string, ended_at: string) =>
    team.as('member').post<TimeEntryView>('/time-entries', {
      ...{ project_id: team.website.id, started_at, ended_at },
    });
  expect((await at('2026-01-31T22:00:00Z', '2026-01-31T23:00:00Z')).status).toBe(409);
  expect((await at('2026-01-31T23:00:00Z', '2026-01-31T23:30:00Z')).status).toBe(201);
});
