import type { ReportRow, TaskView, TimeEntryView, TimeReport } from '@tidemark/contracts';
import type { Person } from '../support';
import { WorkTeam } from './work-team';

const HOUR = 3_600;
const JANUARY = 'start_date=2026-01-01&end_date=2026-01-31';

let team: WorkTeam;
let harbour: number;
let design: TaskView;

/** A member and the lead on "Website" (90.00 an hour) and "Harbour" (no rate), where the lead is a member. */
beforeAll(async () => {
  team = await WorkTeam.start();
  const { lead, member } = team.people;
  await team.as('admin').patch(`/projects/${team.website.id}`, { hourly_rate: '90.00' });
  const made = await team.api.people.project('Harbour', [
    [lead, 'member'],
    [member, 'member'],
  ]);
  harbour = made.id;
  design = (
    await team.as('lead').post<TaskView>('/tasks', { name: 'Design', project_id: team.website.id })
  ).body;
  await track(member, '2026-01-14T08:00:00Z', '2026-01-14T10:00:00Z', { task_id: design.id });
  await track(member, '2026-01-15T08:00:00Z', '2026-01-15T08:30:00Z', { billable: false });
  await track(member, '2026-01-15T09:00:00Z', '2026-01-15T10:00:00Z', { project_id: harbour });
  await track(lead, '2026-01-15T22:00:00Z', '2026-01-16T00:00:00Z');
  await track(lead, '2026-01-20T09:00:00Z', '2026-01-20T09:20:00Z', { project_id: harbour });
});
afterAll(() => team.stop());
afterEach(() => team.api.clock.set(null));

async function track(person: Person, started_at: string, ended_at: string, more: object = {}) {
  const body = { project_id: team.website.id, started_at, ended_at, ...more };
  const { status } = await team.api.as(person).post('/time-entries', body);
  expect(status).toBe(201);
}

async function report(name: keyof WorkTeam['people'], query = JANUARY): Promise<TimeReport> {
  const { status, body, text } = await team.as(name).get<TimeReport>(`/reports/time?${query}`);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return body;
}
const hours = ({ rows }: TimeReport) => rows.map(({ label, seconds }) => [label, seconds / HOUR]);
const money = (rows: ReportRow[]) => rows.map(({ label, amount }) => [label, amount]);

it('adds the time of everybody up by project, with shares and amounts', async () => {
  expect(await report('admin')).toEqual({
    group_by: 'project',
    start_date: '2026-01-01',
    end_date: '2026-01-31',
    rows: [
      {
        key: team.website.id,
        label: 'Website',
        detail: 'Website client',
        color: '#2f7ed8',
        seconds: 4.5 * HOUR,
        billable_seconds: 4 * HOUR,
        amount: '360.00',
        unpriced_seconds: 0,
        entry_count: 3,
      },
      {
        key: harbour,
        label: 'Harbour',
        detail: 'Harbour client',
        color: '#2f7ed8',
        seconds: HOUR + 1_200,
        billable_seconds: HOUR + 1_200,
        amount: null,
        unpriced_seconds: HOUR + 1_200,
        entry_count: 2,
      },
    ],
    total: {
      seconds: 5.5 * HOUR + 1_200,
      billable_seconds: 5 * HOUR + 1_200,
      billable_share: 0.9143,
      amount: '360.00',
      unpriced_seconds: HOUR + 1_200,
      entry_count: 5,
    },
    days: expect.arrayContaining([
      { date: '2026-01-14', seconds: 2 * HOUR, billable_seconds: 2 * HOUR },
      { date: '2026-01-15', seconds: 2.5 * HOUR, billable_seconds: 2 * HOUR },
      { date: '2026-01-16', seconds: HOUR, billable_seconds: HOUR },
      { date: '2026-01-17', seconds: 0, billable_seconds: 0 },
    ]),
    running_count: 0,
    narrowed_to: {},
  });
});

it('groups by person, client, task, day, week and month', async () => {
  const by = async (group: string) => hours(await report('admin', `${JANUARY}&group_by=${group}`));
  expect(await by('person')).toEqual([
    ['Member Person', 3.5],
    ['Lead Person', 2 + 1 / 3],
  ]);
  expect(await by('client')).toEqual([
    ['Website client', 4.5],
    ['Harbour client', 1 + 1 / 3],
  ]);
  // The lead's night is the 15th and the 16th in Berlin.
  expect(await by('day')).toEqual([
    ['2026-01-14', 2],
    ['2026-01-15', 2.5],
    ['2026-01-16', 1],
    ['2026-01-20', 1 / 3],
  ]);
  expect(await by('week')).toEqual([
    ['2026-01-12', 5.5],
    ['2026-01-19', 1 / 3],
  ]);
  expect(await by('month')).toEqual([['2026-01', 5.5 + 1 / 3]]);
});

it('tells time on no task apart by project', async () => {
  const { rows } = await report('admin', `${JANUARY}&group_by=task`);
  expect(rows.map(({ key, label, detail, seconds }) => [key, label, detail, seconds])).toEqual([
    [null, '', 'Website', 2.5 * HOUR],
    [design.id, 'Design', 'Website', 2 * HOUR],
    [null, '', 'Harbour', HOUR + 1_200],
  ]);
});

it('counts an entry over midnight once, and once in each of its days', async () => {
  const night = 'start_date=2026-01-15&end_date=2026-01-16&user_id=' + String(team.people.lead.id);
  const day = await report('admin', `${night}&group_by=day`);
  expect(day.rows.map(({ entry_count }) => entry_count)).toEqual([1, 1]);
  expect(day.total.entry_count).toBe(1);
  const week = await report('admin', `${night}&group_by=week`);
  expect(week.rows.map(({ entry_count }) => entry_count)).toEqual([1]);
  const half = await report('admin', 'start_date=2026-01-16&end_date=2026-01-16');
  expect(half.total).toMatchObject({ seconds: HOUR, amount: '90.00', entry_count: 1 });
});

it('sorts by what it is asked to, what has no amount last', async () => {
  const order = async (sort: string) =>
    (await report('admin', `${JANUARY}&sort=${sort}`)).rows.map(({ label }) => label);
  expect(await order('label')).toEqual(['Harbour', 'Website']);
  expect(await order('-label')).toEqual(['Website', 'Harbour']);
  expect(await order('seconds')).toEqual(['Harbour', 'Website']);
  expect(await order('amount')).toEqual(['Website', 'Harbour']);
  expect(await order('-amount')).toEqual(['Website', 'Harbour']);
  expect(await order('entry_count')).toEqual(['Harbour', 'Website']);
  expect(await order('-billable_seconds')).toEqual(['Website', 'Harbour']);
});

it('narrows down, and names what it narrowed down to', async () => {
  const { member } = team.people;
  const found = await report(
    'admin',
    `${JANUARY}&user_id=${member.id}&project_id=${team.website.id}&client_id=${team.website.client_id}&task_id=${design.id}`,
  );
  expect(hours(found)).toEqual([['Website', 2]]);
  expect(found.narrowed_to).toEqual({
    person: 'Member Person',
    project: 'Website',
    client: 'Website client',
    task: 'Design',
  });
  expect(hours(await report('admin', `${JANUARY}&billable=false`))).toEqual([['Website', 0.5]]);
  expect(hours(await report('admin', `${JANUARY}&user_id=all`))).toHaveLength(2);
  expect(await report('admin', `${JANUARY}&project_id=999999`)).toMatchObject({
    rows: [],
    narrowed_to: {},
    total: { seconds: 0, billable_share: null, amount: null, entry_count: 0 },
  });
});

describe('what people see', () => {
  it('is the own time without amounts for members', async () => {
    const own = await report('member');
    expect(hours(own)).toEqual([
      ['Website', 2.5],
      ['Harbour', 1],
    ]);
    expect(own.total).toMatchObject({ amount: null, unpriced_seconds: 3 * HOUR });
    expect(JSON.stringify(own)).not.toContain('360.00');
    expect((await report('outsider')).rows).toEqual([]);
  });

  it('is the projects that one leads with amounts, and the own time elsewhere without', async () => {
    const led = await report('lead');
    expect(money(led.rows)).toEqual([
      ['Website', '360.00'],
      ['Harbour', null],
    ]);
    expect(led.total).toMatchObject({ seconds: 4.5 * HOUR + 1_200, unpriced_seconds: 1_200 });
    const others = await report('lead', `${JANUARY}&group_by=person`);
    expect(hours(others)).toEqual([
      ['Member Person', 2.5],
      ['Lead Person', 2 + 1 / 3],
    ]);
  });

  it('leaves the money of a project that somebody else leads out of the sum, and says so', async () => {
    await team.as('admin').patch(`/projects/${harbour}`, { hourly_rate: '60.00' });
    const { total } = await report('lead', `${JANUARY}&group_by=month`);
    expect(total).toMatchObject({ amount: '360.00', unpriced_seconds: 1_200 });
    const everything = await report('auditor', `${JANUARY}&group_by=month`);
    expect(everything.total).toMatchObject({ amount: '440.00', unpriced_seconds: 0 });
    await team.as('admin').patch(`/projects/${harbour}`, { hourly_rate: null });
  });

  it('is not the time of another person for those who lead nothing', async () => {
    const { member, lead } = team.people;
    for (const path of ['time', 'time.csv', 'entries.csv']) {
      const foreign = await team.as('member').get(`/reports/${path}?user_id=${lead.id}`);
      expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/forbidden']);
      expect((await team.as('member').get(`/reports/${path}?user_id=${member.id}`)).status).toBe(
        200,
      );
    }
    const elsewhere = await report('lead', `${JANUARY}&user_id=${member.id}&project_id=${harbour}`);
    expect(elsewhere).toMatchObject({ rows: [], narrowed_to: {} });
  });
});

it('shows the week of the viewer unless it is asked for other days', async () => {
  team.api.clock.set(new Date('2026-01-18T23:30:00Z'));
  expect(await report('member', '')).toMatchObject({
    start_date: '2026-01-19',
    end_date: '2026-01-25',
  });
  await team.as('member').patch('/me', { week_start: 7, time_zone: 'America/New_York' });
  expect(await report('member', '')).toMatchObject({
    start_date: '2026-01-18',
    end_date: '2026-01-24',
  });
  expect((await report('member', 'start_date=2026-02-01')).days).toHaveLength(1);
  expect(await report('member', 'end_date=2026-02-01')).toMatchObject({ start_date: '2026-02-01' });
  const weeks = await report('member', `${JANUARY}&group_by=week`);
  expect(weeks.rows.map(({ key }) => key)).toEqual(['2026-01-11']);
  await team.as('member').patch('/me', { week_start: 1, time_zone: 'Europe/Berlin' });
});

it('leaves running timers out, and says how many there are', async () => {
  team.api.clock.set(new Date('2026-01-22T10:00:00Z'));
  const body = { project_id: team.website.id };
  const { id } = (await team.as('member').post<TimeEntryView>('/timers/start', body)).body;
  const count = async (query: string, name: 'lead' | 'outsider' | 'member' = 'lead') =>
    (await report(name, query)).running_count;
  const today = 'start_date=2026-01-22';
  expect((await report('lead', today)).total.seconds).toBe(0);
  expect(await count(today)).toBe(1);
  expect(await count(today, 'member')).toBe(1);
  expect(await count(today, 'outsider')).toBe(0);
  expect(await count(`${today}&project_id=${harbour}`)).toBe(0);
  expect(await count('start_date=2026-01-21')).toBe(0);
  expect(await count('start_date=2026-01-23')).toBe(0);
  expect((await team.as('member').delete(`/time-entries/${id}`)).status).toBe(204);
});

it.each([
  'group_by=weekday',
  'group_by=project&group_by=person',
  'start_date=2026-01-15&end_date=2026-01-14',
  'start_date=2026-01-01&end_date=2027-01-02',
  'start_date=2026-01-15T00:00:00Z',
  'start_date=2026-02-30',
  'end_date=',
  'project_id=0',
  'client_id=x',
  'task_id=1.5',
  'user_id=me',
  'billable=maybe',
  'sort=name',
  'limit=10',
  'format=csv',
])('refuses %s', async (query) => {
  for (const path of ['time', 'time.csv', 'entries.csv']) {
    const { status, body } = await team.as('admin').get(`/reports/${path}?${query}`);
    expect([status, body.type]).toEqual([400, '/problems/invalid-parameter']);
  }
});

it('reads the longest range, and the last days that there are', async () => {
  expect((await report('admin', 'start_date=2028-01-01&end_date=2028-12-31')).days).toHaveLength(
    366,
  );
  expect((await report('admin', 'start_date=2099-12-31')).days).toHaveLength(1);
});
