import type { TimeEntryView, TimeImport } from '@tidemark/contracts';
import { WorkTeam } from '../work/work-team';

describe('the entries of a report, imported', () => {
  let from: WorkTeam;
  let to: WorkTeam;
  /** Two who are called the same. */
  let namesakes: string[];

  beforeAll(async () => {
    [from, to] = [await WorkTeam.start(), await WorkTeam.start()];
    for (const team of [from, to]) {
      await team.as('admin').patch('/me', { time_zone: 'Europe/Berlin' });
      const task = { name: '- [ ] Night shift', project_id: team.website.id };
      await team.as('lead').post('/tasks', task);
      const { member, outsider } = team.people;
      await team.as('admin').patch(`/users/${outsider.id}`, { display_name: 'member person' });
      await team.as('lead').post(`/projects/${team.website.id}/members`, {
        ...{ user_id: outsider.id, role: 'member' },
      });
      namesakes = [member.username, outsider.username];
    }
  });
  afterAll(() => Promise.all([from.stop(), to.stop()]));

  const ENTRIES = `
    SELECT u.username, p.name AS project, t.name AS task, e.note, e.billable,
      to_char(e.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS started,
      floor(extract(epoch FROM e.ended_at - e.started_at))::int AS seconds
    FROM time_entry e JOIN "user" u ON u.id = e.user_id JOIN project p ON p.id = e.project_id
    LEFT JOIN task t ON t.id = e.task_id ORDER BY e.started_at, e.id`;

  it('are the same entries, to the second', async () => {
    const [task] = await from.api.sql<{ id: number }>('SELECT id FROM task');
    const made: [string, string, object][] = [
      [
        '2026-01-15T09:00:00.250Z',
        '2026-01-15T10:20:30.900Z',
        { note: 'Said "yes", then\n\n"no"' },
      ],
      ['2026-01-16T09:00:00Z', '2026-01-16T10:00:00Z', { note: '=1+1', task_id: task?.id }],
      ['2026-01-16T09:00:00Z', '2026-01-16T10:00:00Z', { note: "'=1+1", billable: false }],
      ['2026-01-16T11:00:00Z', '2026-01-16T12:00:00Z', { note: "- one;\t\"two\n- three, 'four'" }],
      ['2026-01-17T22:30:00Z', '2026-01-18T01:00:00Z', { note: 'Überstunden 🌙' }],
      ['2026-01-20T08:00:00.900Z', '2026-01-23T07:00:00.100Z', {}],
      ['2026-01-24T08:00:00.900Z', '2026-01-24T08:00:01.100Z', {}],
      // Clocks go forward: the end is at an hour that the day of the start does not have.
      ['2026-03-29T07:00:00Z', '2026-03-30T00:30:00Z', {}],
      // The second half past two of the night.
      ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z', {}],
    ];
    for (const [started_at, ended_at, more] of made) {
      const body = { project_id: from.website.id, started_at, ended_at, ...more };
      const at = made.findIndex(([begin]) => begin === started_at);
      const person = (['lead', 'outsider'] as const)[at] ?? 'member';
      expect((await from.as(person).post<TimeEntryView>('/time-entries', body)).status).toBe(201);
    }
    const query = `start_date=2026-01-01&end_date=2026-12-31&project_id=${from.website.id}`;
    const file = await from.as('admin').get(`/reports/entries.csv?${query}`);
    for (const username of namesakes) expect(file.text).toContain(`,${username},UTC+01:00`);
    const { status, body } = await to
      .as('admin')
      .post<TimeImport>('/time-entries/import', file.text);

    expect([status, body]).toMatchObject([200, { stored: true, totals: { lines: made.length } }]);
    expect(await to.api.sql(ENTRIES)).toEqual(await from.api.sql(ENTRIES));
    const warned = body.lines.flatMap(({ line, warnings }) =>
      warnings[0] ? [[line, warnings[0].message]] : [],
    );
    // Two of them are at the same time on purpose.
    expect(warned).toEqual([[expect.any(Number), expect.stringMatching(/^The same as line/)]]);
  });
});
