import type { TaskView, TimeEntryPage, TimeEntryView, TimeSummary } from '@tidemark/contracts';
import type { Person } from '../support';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => (team = await WorkTeam.start()));
afterAll(() => team.stop());
afterEach(() => team.api.clock.set(null));

/** A person of the project whose entries are their own story. */
async function somebody(name: string, zone = 'Europe/Berlin'): Promise<Person> {
  const person = await team.api.people.make(name, 'member', zone);
  await team
    .as('admin')
    .post(`/projects/${team.website.id}/members`, { user_id: person.id, role: 'member' });
  return person;
}

async function entered(person: Person, started_at: string, ended_at: string, more: object = {}) {
  const body = { project_id: team.website.id, started_at, ended_at, ...more };
  const answer = await team.api.as(person).post<TimeEntryView>('/time-entries', body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const list = async (person: Person, query: string) =>
  (await team.api.as(person).get<TimeEntryPage>(`/time-entries?${query}`)).body;
const ids = async (person: Person, query: string) =>
  (await list(person, query)).time_entries.map(({ id }) => id);
const summary = async (person: Person, query: string) =>
  (await team.api.as(person).get<TimeSummary>(`/time-entries/summary?${query}`)).body;

it('finds what overlaps whole days of the own zone, both ends included', async () => {
  const ana = await somebody('ana');
  const before = await entered(ana, '2026-01-14T21:00:00Z', '2026-01-14T23:00:00Z');
  const over = await entered(ana, '2026-01-14T22:30:00Z', '2026-01-14T23:30:00Z');
  const last = await entered(ana, '2026-01-15T22:59:59Z', '2026-01-15T23:10:00Z');
  const after = await entered(ana, '2026-01-15T23:00:00Z', '2026-01-15T23:10:00Z');
  const asked = (from: string, to: string) =>
    ids(ana, `sort=started_at&start_date=${from}&end_date=${to}`);
  expect(await asked('2026-01-15', '2026-01-15')).toEqual([over, last]);
  expect(await asked('2026-01-14', '2026-01-15')).toEqual([before, over, last]);
  expect(await asked('2026-01-16', '2026-01-31')).toEqual([last, after]);
  expect(await asked('2026-01-14T23:00:00Z', '2026-01-15T22:59:59Z')).toEqual([over]);
  expect(await ids(ana, 'sort=started_at&end_date=2026-01-14')).toEqual([before, over]);
  expect(await ids(ana, 'start_date=2026-01-16')).toEqual([after, last]);
});

it('adds up the seconds of everything that is found, not of the page', async () => {
  const ben = await somebody('ben');
  await entered(ben, '2026-01-15T09:00:00Z', '2026-01-15T10:00:00.999Z');
  await entered(ben, '2026-01-15T11:00:00Z', '2026-01-15T11:00:30Z');
  await team.api.as(ben).post('/timers/start', { project_id: team.website.id });
  const page = await list(ben, 'limit=1');
  expect(page).toMatchObject({ total: 3, pages: 3, has_next: true, total_seconds: 3_630 });
  expect(page.time_entries).toMatchObject([{ ended_at: null, duration_seconds: null }]);
  expect(await list(ben, 'page=4&limit=1')).toMatchObject({ time_entries: [], total: 3 });
  expect(await list(ben, 'running=true')).toMatchObject({ total: 1, total_seconds: 0 });
  expect(await list(ben, 'running=false')).toMatchObject({ total: 2 });
});

it('filters by work, billing and words, and sorts by length', async () => {
  const cora = await somebody('cora');
  const task = (
    await team.api
      .as(cora)
      .post<TaskView>('/tasks', { name: 'Wireframes', project_id: team.website.id })
  ).body;
  const short = await entered(cora, '2026-01-15T09:00:00Z', '2026-01-15T09:10:00Z', {
    task_id: task.id,
  });
  const long = await entered(cora, '2026-01-14T09:00:00Z', '2026-01-14T12:00:00Z', {
    note: '50% of the header',
    billable: false,
  });
  expect(await ids(cora, '')).toEqual([short, long]);
  expect(await ids(cora, 'sort=-duration')).toEqual([long, short]);
  expect(await ids(cora, 'sort=duration')).toEqual([short, long]);
  expect(await ids(cora, `task_id=${task.id}`)).toEqual([short]);
  expect(await ids(cora, 'billable=false')).toEqual([long]);
  expect(await ids(cora, 'q=WIREFRAME')).toEqual([short]);
  expect(await ids(cora, 'q=50%25')).toEqual([long]);
  expect(await ids(cora, `project_id=${team.website.id}`)).toEqual([short, long]);
  expect(await ids(cora, 'project_id=999999')).toEqual([]);
});

it('shows the entries of others to those who lead or review, and to nobody else', async () => {
  const dora = await somebody('dora');
  const elsewhere = await team.api.people.project('Elsewhere', [[dora, 'member']]);
  const here = await entered(dora, '2026-01-15T09:00:00Z', '2026-01-15T10:00:00Z');
  const there = await entered(dora, '2026-01-16T09:00:00Z', '2026-01-16T10:00:00Z', {
    project_id: elsewhere.id,
  });
  const { member, lead, admin, auditor, outsider } = team.people;
  const query = `user_id=${dora.id}&sort=started_at`;
  for (const stranger of [member, outsider]) {
    const { status } = await team.api.as(stranger).get(`/time-entries?${query}`);
    expect(status).toBe(403);
    expect(await ids(stranger, 'user_id=all')).toEqual([]);
    expect(await ids(stranger, `user_id=${stranger.id}`)).toEqual([]);
  }
  expect(await ids(lead, query)).toEqual([here]);
  expect(await ids(lead, '')).toEqual([]);
  expect(await ids(lead, 'user_id=all&project_id=' + String(elsewhere.id))).toEqual([]);
  for (const reviewer of [admin, auditor])
    expect(await ids(reviewer, query)).toEqual([here, there]);
  expect((await list(auditor, `${query}&limit=1`)).time_entries[0]).toMatchObject({
    user_display_name: 'Dora Person',
    can_edit: false,
  });
});

it('splits the week at the midnights of the own zone, and counts a running timer up to now', async () => {
  const eli = await somebody('eli');
  await entered(eli, '2026-03-28T22:00:00Z', '2026-03-29T01:30:00Z', { billable: false });
  team.api.clock.set(new Date('2026-03-30T20:00:00Z'));
  await team.api.as(eli).post('/timers/start', { project_id: team.website.id });
  team.api.clock.set(new Date('2026-03-30T21:15:00Z'));
  expect(await summary(eli, 'start_date=2026-03-28&end_date=2026-03-30')).toEqual({
    days: [
      { date: '2026-03-28', seconds: 3_600, billable_seconds: 0 },
      { date: '2026-03-29', seconds: 9_000, billable_seconds: 0 },
      { date: '2026-03-30', seconds: 4_500, billable_seconds: 4_500 },
    ],
    total_seconds: 17_100,
    billable_seconds: 4_500,
  });
  expect((await summary(eli, '')).days).toEqual([
    { date: '2026-03-30', seconds: 4_500, billable_seconds: 4_500 },
  ]);
});

it.each([
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Asia/Kathmandu', '2026-02-28', 24],
])('gives somebody in %s on %s %d hours in the day', async (zone, date, hours) => {
  const name = `dst${zone.length}${hours}`.replaceAll('.', '-');
  const person = await somebody(name, zone);
  const day = Date.parse(`${date}T00:00:00Z`);
  const around = (days: number) => new Date(day + days * 86_400_000).toISOString();
  await entered(person, around(-2), around(3));
  const { days } = await summary(person, `start_date=${date}&end_date=${date}`);
  expect(days).toEqual([{ date, seconds: hours * 3_600, billable_seconds: hours * 3_600 }]);
});

it('speaks of the own time alone', async () => {
  const fay = await somebody('fay');
  await entered(fay, '2026-01-15T09:00:00Z', '2026-01-15T10:00:00Z');
  const { admin } = team.people;
  const own = await summary(admin, 'start_date=2026-01-15');
  expect(own.total_seconds).toBe(0);
});

it.each([
  'start_date=2026-01-15&end_date=2026-01-14',
  'start_date=2026-01-01&end_date=2027-01-02',
  'start_date=2026-01-15T00:00:00Z',
])('refuses a summary of %s', async (query) => {
  const { status, body } = await team.as('member').get(`/time-entries/summary?${query}`);
  expect([status, body.type]).toEqual([400, '/problems/invalid-parameter']);
});
