import type { TaskView, TimeReport } from '@tidemark/contracts';
import { parse } from 'csv-parse/sync';
import { WorkTeam } from './work-team';

const RANGE = 'start_date=2026-01-15&end_date=2026-01-31';

let team: WorkTeam;

beforeAll(async () => {
  team = await WorkTeam.start();
  await team.as('admin').patch(`/projects/${team.website.id}`, { hourly_rate: '90.10' });
  const note = 'Night, "shift"\nsecond line';
  await track('2026-01-14T22:30:00Z', '2026-01-15T00:00:00Z', { note });
  await track('2026-01-16T09:00:00Z', '2026-01-16T09:20:30Z', { billable: false });
  await track('2026-01-17T09:00:00Z', '2026-01-17T09:00:18Z');
});
afterAll(() => team.stop());

async function track(started_at: string, ended_at: string, more: object = {}): Promise<void> {
  const body = { project_id: team.website.id, started_at, ended_at, ...more };
  expect((await team.as('member').post('/time-entries', body)).status).toBe(201);
}

type Line = Record<string, string>;

async function file(path: string, name: keyof WorkTeam['people'] = 'admin') {
  const answer = await team.as(name).get(`/reports/${path}`);
  expect(answer.status).toBe(200);
  const lines = parse<Line>(answer.text, { bom: true, columns: true });
  return { ...answer, lines };
}

it('has the rows of the screen in their order, and the total at the end', async () => {
  const query = `${RANGE}&group_by=day&sort=-seconds`;
  const { lines, headers, text } = await file(`time.csv?${query}`);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="time-by-day_2026-01-15_2026-01-31.csv"',
    'cache-control': 'no-store',
  });
  expect(text.startsWith('\u{feff}date,hours,duration,')).toBe(true);
  expect(lines.map(({ date, hours, duration }) => [date, hours, duration])).toEqual([
    ['2026-01-15', '1.00', '1:00:00'],
    ['2026-01-16', '0.34', '0:20:30'],
    ['2026-01-17', '0.01', '0:00:18'],
    ['Total', '1.35', '1:20:48'],
  ]);
  expect(lines.at(-1)).toMatchObject({
    billable_hours: '1.01',
    billable_duration: '1:00:18',
    amount: '90.55',
    unpriced_hours: '0.00',
    entries: '3',
  });
  const screen = (await team.as('admin').get<TimeReport>(`/reports/time?${query}`)).body;
  expect(lines.slice(0, -1).map(({ date, amount }) => [date, amount])).toEqual(
    screen.rows.map(({ label, amount }) => [label, amount]),
  );
});

it('names the client of a project, the project of a task, and leaves out what one may not see', async () => {
  const project = await file(`time.csv?${RANGE}&group_by=project`);
  expect(project.lines[0]).toMatchObject({ project: 'Website', client: 'Website client' });
  expect((await file(`time.csv?${RANGE}&group_by=task`)).lines[0]).toMatchObject({
    task: '',
    project: 'Website',
  });
  const own = await file(`time.csv?${RANGE}`, 'member');
  expect(own.lines.map(({ amount }) => amount)).toEqual(['', '']);
  expect((await file(`time.csv?${RANGE}`, 'outsider')).lines).toMatchObject([
    { project: 'Total', hours: '0.00', amount: '', entries: '0' },
  ]);
});

it('has the single entries as far as they lie in the days, in the order of time', async () => {
  const { lines, headers } = await file(`entries.csv?${RANGE}`);
  expect(headers['content-disposition']).toBe(
    'attachment; filename="time-entries_2026-01-15_2026-01-31.csv"',
  );
  expect(lines[0]).toEqual({
    date: '2026-01-15',
    start: '00:00:00',
    end: '01:00:00',
    duration: '1:00:00',
    project: 'Website',
    client: 'Website client',
    task: '',
    note: 'Night, "shift"\nsecond line',
    billable: 'yes',
    person: 'Member Person',
    utc_offset: 'UTC+01:00',
    end_utc_offset: 'UTC+01:00',
  });
  expect(lines.map(({ duration, billable }) => [duration, billable])).toEqual([
    ['1:00:00', 'yes'],
    ['0:20:30', 'no'],
    ['0:00:18', 'yes'],
  ]);
  const [before] = (await file('entries.csv?start_date=2026-01-14')).lines;
  expect(before).toMatchObject({ start: '23:30:00', end: '00:00:00', duration: '0:30:00' });
  expect((await file(`entries.csv?${RANGE}&billable=false`)).lines).toHaveLength(1);
  expect((await file(`entries.csv?${RANGE}`, 'lead')).lines).toHaveLength(3);
  expect((await file(`entries.csv?${RANGE}`, 'outsider')).lines).toEqual([]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x'])(
  'keeps a spreadsheet from taking %s for a formula',
  async (note) => {
    const task = (
      await team.as('lead').post<TaskView>('/tasks', { name: note, project_id: team.website.id })
    ).body;
    await track('2026-02-01T09:00:00Z', '2026-02-01T10:00:00Z', { note, task_id: task.id });
    const entries = await file('entries.csv?start_date=2026-02-01&task_id=' + String(task.id));
    expect(entries.lines).toMatchObject([{ note: `'${note}`, task: `'${note}` }]);
    const tasks = await file(
      'time.csv?start_date=2026-02-01&group_by=task&task_id=' + String(task.id),
    );
    expect(tasks.lines[0]).toMatchObject({ task: `'${note}`, hours: '1.00' });
  },
);

it('keeps a tab and a return at the beginning from becoming one', async () => {
  await track('2026-02-03T09:00:00Z', '2026-02-03T10:00:00Z', { note: 't' });
  await track('2026-02-03T10:00:00Z', '2026-02-03T11:00:00Z', { note: 'r' });
  // No form lets them through; the file does not rely on that.
  await team.api.sql("SET session_replication_role = 'replica'");
  for (const [before, note] of Object.entries({ t: '\t=1', r: '\r=1' })) {
    await team.api.sql('UPDATE time_entry SET note = $1 WHERE note = $2', [note, before]);
  }
  await team.api.sql('RESET session_replication_role');
  const { lines } = await file('entries.csv?start_date=2026-02-03');
  expect(lines.map(({ note }) => note)).toEqual(["'\t=1", "'\r=1"]);
});

it('has every entry, however many there are, once', async () => {
  await team.api.sql("SET session_replication_role = 'replica'");
  await team.api.sql(
    `INSERT INTO time_entry (user_id, project_id, source, note, started_at, ended_at)
     SELECT $1, $2, 'manual', n::text, t, t + interval '30 seconds'
     FROM (SELECT n, timestamptz '2026-03-02 08:00Z' + (n / 3) * interval '1 minute' AS t
           FROM generate_series(1, 10500) n) made`,
    [team.people.member.id, team.website.id],
  );
  await team.api.sql('RESET session_replication_role');
  const { lines } = await file('entries.csv?start_date=2026-03-01&end_date=2026-03-31');
  expect(lines.map(({ note }) => Number(note))).toEqual(
    Array.from({ length: 10_500 }, (_, at) => at + 1),
  );
});
