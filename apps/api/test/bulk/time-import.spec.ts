import type { TimeEntryView } from '@tidemark/contracts';
import { HEAD, ImportTeam, LINE } from './import-team';

let team: ImportTeam;

beforeAll(async () => (team = await ImportTeam.start()));
afterAll(() => team.stop());
afterEach(() => team.forget());

describe('an import', () => {
  it('stores a time entry for each line, with an activity each under one batch id', async () => {
    const rows = await team.work.recorded(async () => {
      const { status, body } = await team.importing([HEAD, LINE, LINE.replaceAll('15,', '16,')]);
      expect([status, body]).toMatchObject([
        200,
        { stored: true, totals: { lines: 2, lines_with_errors: 0, duration_seconds: 10_800 } },
      ]);
    });

    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({
        action: 'created',
        entity_type: 'time_entry',
        entity_name: 'Sketches',
        project_id: team.work.website.id,
        description: 'Created time entry for Website - Design - 1:30:00',
        batch_id: rows[0]?.batch_id,
        extra_data: { source: 'import', batch_id: rows[0]?.batch_id, batch_size: 2 },
      });
    }
    const { body: entry } = await team.work
      .as('member')
      .get<TimeEntryView>(`/time-entries/${rows[0]?.entity_id}`);
    expect(entry).toMatchObject({
      user_id: team.work.people.member.id,
      task_id: team.design.id,
      note: 'Sketches',
      billable: true,
      source: 'import',
      // Nine in Berlin, where the member lives.
      started_at: '2026-01-15T08:00:00.000Z',
      ended_at: '2026-01-15T09:30:00.000Z',
    });
  });

  it('stores nothing when one line of many is bad, and points to the line and the column', async () => {
    const before = await team.everything();
    const answer = await team.importing([HEAD, LINE, LINE.replace('9:00', '25:00'), LINE]);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      type: '/problems/validation-failed',
      detail: '1 line of 3 cannot be imported, so nothing was',
      errors: [
        {
          pointer: '/lines/3/start',
          code: 'start',
          message: 'Line 3: “25:00” is no time of day. Write it like 9:30 or 14:05',
        },
      ],
    });
    expect(await team.everything()).toEqual(before);
  });

  it('of 2000 lines is possible', async () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `2026-01-15,0:05,Website,Note ${at}`);
    const { status, body } = await team.importing(['date,duration,project,note', ...lines]);

    expect([status, body.totals?.lines]).toEqual([200, 2_000]);
    expect(await team.everything()).toMatchObject({ entries: 2_000 });
  });
});

describe('a preview', () => {
  it('stores nothing, and shows what each line would be', async () => {
    const before = await team.everything();
    const { lines, ...rest } = await team.preview([
      `${HEAD},colour`,
      `${LINE},red`,
      '2026-01-15,11:00,12:00,nowhere,,"Two\nlines",no,',
    ]);

    expect(rest).toEqual({
      stored: false,
      batch_id: null,
      totals: {
        lines: 2,
        lines_with_errors: 1,
        lines_with_warnings: 0,
        duration_seconds: 9_000,
      },
      columns: ['date', 'start', 'end', 'project', 'task', 'note', 'billable'],
      ignored_columns: ['colour'],
    });
    expect(lines).toEqual([
      {
        line: 2,
        project_name: 'Website',
        task_name: 'Design',
        person: 'Member Person',
        started_at: '2026-01-15T08:00:00.000Z',
        ended_at: '2026-01-15T09:30:00.000Z',
        duration_seconds: 5_400,
        note: 'Sketches',
        billable: true,
        errors: [],
        warnings: [],
      },
      {
        line: 3,
        project_name: 'nowhere',
        task_name: null,
        person: null,
        started_at: '2026-01-15T10:00:00.000Z',
        ended_at: '2026-01-15T11:00:00.000Z',
        duration_seconds: 3_600,
        note: 'Two\nlines',
        billable: false,
        errors: [
          {
            column: 'project',
            message: 'There is no project “nowhere” that you can track time on',
          },
        ],
        warnings: [],
      },
    ]);
    expect(await team.everything()).toEqual(before);
  });

  it('warns of lines that are there already, and of the same line twice, without refusing them', async () => {
    await team.importing([HEAD, LINE]);
    const other = LINE.replace('2026-01-15', '2026-01-16');
    const lines = [HEAD, LINE, other, other, LINE.replace('Design,Sketches', ',Something else')];
    const { totals, lines: shown } = await team.preview(lines);

    expect(totals).toMatchObject({ lines_with_errors: 0, lines_with_warnings: 3 });
    expect(shown.map(({ warnings }) => warnings[0]?.message)).toEqual([
      'There is an entry like this already',
      undefined,
      'The same as line 3',
      'There is an entry like this already',
    ]);
    expect((await team.importing(lines)).status).toBe(200);
  });

  it('warns of what a timer counted to the thousandth, where the file says it to the second', async () => {
    const at = (time: string) => `2026-01-20T${time}Z`;
    const entry = { project_id: team.work.website.id, started_at: at('08:00:00.900') };
    await team.work.as('member').post('/time-entries', { ...entry, ended_at: at('09:00:00.100') });
    const head = 'start,end,duration,project';
    const line = (from: string, to: string, duration: string) =>
      [`${at(from)}`, `${at(to)}`, duration, 'Website'].join(',');
    const { lines } = await team.preview([
      head,
      line('08:00:00', '08:59:59', '0:59:59'),
      line('08:00:01', '09:00:00', '0:59:59'),
      line('08:00:00', '09:00:05', '1:00:05'),
    ]);
    expect(lines.map(({ warnings }) => warnings.map(({ message }) => message))).toEqual([
      ['There is an entry like this already'],
      [],
      [],
    ]);
  });

  it('reads days in slashes as it is told, by an option or by the head', async () => {
    const line = '02/01/2026,1,Website';
    const startOf = async (head: string, query = '') =>
      (await team.preview([head, line], 'member', query)).lines[0]?.started_at?.slice(0, 10) ??
      null;

    expect(await startOf('date,duration,project')).toBeNull();
    expect(await startOf('date,duration,project', '&date_order=dmy')).toBe('2026-01-02');
    expect(await startOf('date,duration,project', '&date_order=mdy')).toBe('2026-02-01');
    expect(await startOf('Date (mm/dd/yyyy),duration,project')).toBe('2026-02-01');
    expect(await startOf('Date (dd/mm/yyyy),duration,project')).toBe('2026-01-02');
  });

  it('leaves columns out that are not wanted', async () => {
    const lines = [HEAD, LINE.replace('Design', 'Unknown')];
    expect((await team.preview(lines)).totals.lines_with_errors).toBe(1);
    const { totals, ignored_columns } = await team.preview(lines, 'member', '&ignore=task');
    expect([totals.lines_with_errors, ignored_columns]).toEqual([0, ['task']]);
  });
});
