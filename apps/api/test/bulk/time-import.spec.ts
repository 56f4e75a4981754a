import type {
  ImportLine,
  Problem,
  TaskView,
  TimeEntryPage,
  TimeEntryView,
  TimeImport,
} from '@tidemark/contracts';
import { WorkTeam } from '../work/work-team';

let team: WorkTeam;
let design: TaskView;

type Who = 'admin' | 'lead' | 'member' | 'outsider';

beforeAll(async () => {
  team = await WorkTeam.start();
  const { lead } = team.people;
  await team.api.people.project('Apollo', [[lead, 'lead']]);
  const body = { name: 'Design', project_id: team.website.id };
  design = (await team.as('member').post<TaskView>('/tasks', body)).body;
});
afterAll(() => team.stop());
afterEach(() =>
  team.api.sql(
    "SET session_replication_role = 'replica'; DELETE FROM time_entry; RESET session_replication_role",
  ),
);

const send = (query: string, lines: string[], who: Who = 'member') =>
  team.as(who).post<TimeImport>(`/time-entries/import${query}`, lines.join('\n'));
const importing = (lines: string[], who?: Who) => send('', lines, who);
const preview = async (lines: string[], who?: Who, query = '') => {
  const { status, body, text } = await send(`?dry_run=true${query}`, lines, who);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return body;
};
const problemOf = ({ body }: { body: unknown }) => body as Problem;

const HEAD = 'date,start,end,project,task,note,billable';
const LINE = '2026-01-15,9:00,10:30,Website,Design,Sketches,yes';

async function everything(): Promise<unknown> {
  const [row] = await team.api.sql(
    `SELECT (SELECT count(*) FROM activity) AS trail, (SELECT count(*) FROM time_entry) AS entries`,
  );
  return row;
}

describe('an import', () => {
  it('stores a time entry for each line, with an activity each under one batch id', async () => {
    const rows = await team.recorded(async () => {
      const { status, body } = await importing([HEAD, LINE, LINE.replaceAll('15,', '16,')]);
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
        project_id: team.website.id,
        description: 'Created time entry for Website - Design - 1:30:00',
        batch_id: rows[0]?.batch_id,
        extra_data: { source: 'import', batch_id: rows[0]?.batch_id, batch_size: 2 },
      });
    }
    const { body: entry } = await team
      .as('member')
      .get<TimeEntryView>(`/time-entries/${rows[0]?.entity_id}`);
    expect(entry).toMatchObject({
      user_id: team.people.member.id,
      task_id: design.id,
      note: 'Sketches',
      billable: true,
      source: 'import',
      // Nine in Berlin, where the member lives.
      started_at: '2026-01-15T08:00:00.000Z',
      ended_at: '2026-01-15T09:30:00.000Z',
    });
  });

  it('stores nothing when one line of many is bad, and points to the line and the column', async () => {
    const before = await everything();
    const answer = await importing([HEAD, LINE, LINE.replace('9:00', '25:00'), LINE]);

    expect(answer.status).toBe(400);
    expect(problemOf(answer)).toMatchObject({
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
    expect(await everything()).toEqual(before);
  });

  it('of 2000 lines is possible', async () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `2026-01-15,0:05,Website,Note ${at}`);
    const { status, body } = await importing(['date,duration,project,note', ...lines]);

    expect([status, body.totals?.lines]).toEqual([200, 2_000]);
    expect(await everything()).toMatchObject({ entries: 2_000 });
  });
});

describe('a preview', () => {
  it('stores nothing, and shows what each line would be', async () => {
    const before = await everything();
    const { lines, ...rest } = await preview([
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
    expect(await everything()).toEqual(before);
  });

  it('warns of lines that are there already, and of the same line twice, without refusing them', async () => {
    await importing([HEAD, LINE]);
    const other = LINE.replace('2026-01-15', '2026-01-16');
    const lines = [HEAD, LINE, other, other, LINE.replace('Design,Sketches', ',Something else')];
    const { totals, lines: shown } = await preview(lines);

    expect(totals).toMatchObject({ lines_with_errors: 0, lines_with_warnings: 3 });
    expect(shown.map(({ warnings }) => warnings[0]?.message)).toEqual([
      'There is an entry like this already',
      undefined,
      'The same as line 3',
      'There is an entry like this already',
    ]);
    expect((await importing(lines)).status).toBe(200);
  });

  it('warns of what a timer counted to the thousandth, where the file says it to the second', async () => {
    const at = (time: string) => `2026-01-20T${time}Z`;
    const entry = { project_id: team.website.id, started_at: at('08:00:00.900') };
    await team.as('member').post('/time-entries', { ...entry, ended_at: at('09:00:00.100') });
    const head = 'start,end,duration,project';
    const line = (from: string, to: string, duration: string) =>
      [`${at(from)}`, `${at(to)}`, duration, 'Website'].join(',');
    const { lines } = await preview([
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
      (await preview([head, line], 'member', query)).lines[0]?.started_at?.slice(0, 10) ?? null;

    expect(await startOf('date,duration,project')).toBeNull();
    expect(await startOf('date,duration,project', '&date_order=dmy')).toBe('2026-01-02');
    expect(await startOf('date,duration,project', '&date_order=mdy')).toBe('2026-02-01');
    expect(await startOf('Date (mm/dd/yyyy),duration,project')).toBe('2026-02-01');
    expect(await startOf('Date (dd/mm/yyyy),duration,project')).toBe('2026-01-02');
  });

  it('leaves columns out that are not wanted', async () => {
    const lines = [HEAD, LINE.replace('Design', 'Unknown')];
    expect((await preview(lines)).totals.lines_with_errors).toBe(1);
    const { totals, ignored_columns } = await preview(lines, 'member', '&ignore=task');
    expect([totals.lines_with_errors, ignored_columns]).toEqual([0, ['task']]);
  });
});

describe('a line is refused', () => {
  const errorsOf = async (line: string, head = HEAD, who?: Who) =>
    (await preview([head, line], who)).lines[0]?.errors;

  it.each<[string, string, ImportLine['errors'][number]['column'], RegExp]>([
    ['without a project', LINE.replace('Website', ''), 'project', /missing/],
    [
      'with an unknown project',
      LINE.replace('Website', 'Webside'),
      'project',
      /no project “Webside”/,
    ],
    [
      'with a project of others',
      LINE.replace('Website', 'Apollo'),
      'project',
      /no project “Apollo”/,
    ],
    ['with an unknown task', LINE.replace('Design', 'Deign'), 'task', /has no task “Deign”/],
    ['with an unreadable day', LINE.replace('2026-01-15', '15th'), 'date', /no day/],
    ['with a day in slashes', LINE.replace('2026-01-15', '01/15/2026'), 'date', /two ways/],
    ['with a start that is no time', LINE.replace('9:00', 'nine'), 'start', /no time of day/],
    ['with an end that is no time', LINE.replace('10:30', '24:30'), 'end', /no time of day/],
    ['in a gap of the zone', LINE.replace('01-15,9:00', '03-29,2:30'), 'start', /put forward/],
    [
      'that is billable perhaps',
      LINE.replace(',yes', ',perhaps'),
      'billable',
      /neither yes nor no/,
    ],
    ['with a note of 2001 characters', LINE.replace('Sketches', 'x'.repeat(2_001)), 'note', /2000/],
    ['with a bell in its note', LINE.replace('Sketches', 'a\u0007b'), 'note', /control characters/],
    ['with a cell too many', `${LINE},more`, null, /more cells/],
  ])('%s', async (_what, line, column, sentence) => {
    expect(await errorsOf(line)).toEqual([{ column, message: expect.stringMatching(sentence) }]);
  });

  it('never for ending at the hour at which it starts: that is a day later', async () => {
    const { lines } = await preview([HEAD, LINE.replace('10:30', '9:00')]);
    expect(lines[0]).toMatchObject({ duration_seconds: 86_400, errors: [] });
  });

  it('with as many errors as it has', async () => {
    const errors = await errorsOf('15th,nine,ten,nowhere,,,perhaps');
    expect(errors?.map(({ column }) => column)).toEqual(['project', 'date', 'billable']);
  });

  it('of more than 31 days, by the rule of entries made by hand', async () => {
    const head = 'start,end,project';
    expect(await errorsOf('2026-01-01 9:00,2026-02-02 9:00,Website', head)).toEqual([
      { column: 'end', message: 'An entry can last 31 days at most' },
    ]);
  });

  it('on an archived project', async () => {
    const old = await team.api.people.project('Old', [
      [team.people.lead, 'lead'],
      [team.people.member, 'member'],
    ]);
    await team.as('lead').post(`/projects/${old.id}/archive`);
    expect(await errorsOf('2026-01-15,1,Old', 'date,duration,project')).toEqual([
      { column: 'project', message: '"Old" is archived. Unarchive it to change it' },
    ]);
  });

  it('in a closed month', async () => {
    await team.as('admin').post('/periods/2026-02/close');
    expect(await errorsOf(LINE.replace('2026-01', '2026-02'))).toEqual([
      { column: 'date', message: expect.stringMatching(/February 2026 is closed/) },
    ]);
  });

  it('where two projects have the name, unless the client says which', async () => {
    await twin('Twin');
    const other = await twin('Other');
    await team.as('admin').patch(`/projects/${other.id}`, { name: 'Twin' });
    const head = 'date,duration,project,client';
    expect(await errorsOf('2026-01-15,1,Twin,', head)).toEqual([
      { column: 'project', message: 'There are 2 projects “Twin”: name the client as well' },
    ]);
    expect(await errorsOf('2026-01-15,1,twin,OTHER CLIENT', head)).toEqual([]);
    expect(await errorsOf('2026-01-15,1,Twin,Acme', head)).toEqual([
      { column: 'project', message: '“Twin” is no project of “Acme”' },
    ]);
  });
});

const twin = (name: string) => team.api.people.project(name, [[team.people.member, 'member']]);

describe('for others', () => {
  const head = 'date,duration,project,person';
  const line = (name: string, project = 'Website') => `2026-01-15,1,${project},${name}`;
  const personOf = async (name: string, who: Who, project?: string) => {
    const [shown] = (await preview([head, line(name, project)], who)).lines;
    return shown?.errors[0] ?? shown?.person;
  };

  it('leads import by user name, name or address, for members of their projects alone', async () => {
    expect(await personOf('member', 'lead')).toBe('Member Person');
    expect(await personOf('Member  person', 'lead')).toBe('Member Person');
    expect(await personOf('MEMBER@example.com', 'lead')).toBe('Member Person');
    expect(await personOf('lead', 'lead')).toBe('Lead Person');
    expect(await personOf('outsider', 'lead')).toEqual({
      column: 'person',
      message: 'Nobody called “outsider” works on “Website”',
    });
    expect(await personOf('member', 'lead', 'Apollo')).toMatchObject({ column: 'person' });
  });

  it('members import for themselves, and learn nothing of others', async () => {
    const refusal = {
      column: 'person',
      message: 'Only leads of the project and administrators may enter time for others',
    };
    expect(await personOf('member@example.com', 'member')).toBe('Member Person');
    expect(await personOf('lead', 'member')).toEqual(refusal);
    expect(await personOf('nobody-at-all', 'member')).toEqual(refusal);
  });

  it('stores whose it is, and says for whom it was made', async () => {
    const rows = await team.recorded(() => importing([head, line('member')], 'lead'));
    expect(rows[0]).toMatchObject({
      user_id: team.people.lead.id,
      extra_data: { target_user_id: team.people.member.id },
    });
    const { body } = await team.as('member').get<TimeEntryPage>('/time-entries');
    expect(body.time_entries.map(({ user_id }) => user_id)).toEqual([team.people.member.id]);
  });
});

describe('of another world', () => {
  it('nothing is said: a name that one may not know is answered like one that is not there', async () => {
    const answer = async (name: string) => {
      const { lines } = await preview(
        ['date,duration,project', `2026-01-15,1,${name}`],
        'outsider',
      );
      return JSON.stringify(lines).replaceAll(name, '?');
    };
    expect(await answer('Website')).toBe(await answer('Nowhere'));
    expect((await importing([HEAD, LINE], 'outsider')).status).toBe(400);
  });
});

describe('a file', () => {
  const raw = async (payload: string | Buffer, type = 'text/csv', url = '/time-entries/import') => {
    const answer = await team.api.app.inject({
      method: 'POST',
      url: `/api${url}`,
      headers: { authorization: `Bearer ${team.people.member.token}`, 'content-type': type },
      payload,
    });
    return [answer.statusCode, answer.json<Problem>().type.replace('/problems/', '')];
  };

  it.each<[string, string | Buffer, string, [number, string]]>([
    ['as JSON', '{}', 'application/json', [415, 'unsupported-media-type']],
    ['as plain text', HEAD, 'text/plain', [415, 'unsupported-media-type']],
    ['that is empty', '', 'text/csv', [400, 'validation-failed']],
    ['without lines', HEAD, 'text/csv; charset=utf-8', [400, 'validation-failed']],
    ['of zeros', Buffer.alloc(1_000), 'text/csv', [400, 'validation-failed']],
    ['in Latin 1', Buffer.from('project;ä', 'latin1'), 'text/csv', [400, 'validation-failed']],
    ['of more than 2 MB', 'x'.repeat(2 * 1024 * 1024 + 1), 'text/csv', [413, 'payload-too-large']],
  ])('%s is refused', async (_what, payload, type, refusal) => {
    expect(await raw(payload, type)).toEqual(refusal);
  });

  it('is taken by no other route', async () => {
    expect(await raw(HEAD, 'text/csv', '/time-entries')).toEqual([415, 'unsupported-media-type']);
    expect(await raw(HEAD, 'text/csv', '/tasks')).toEqual([415, 'unsupported-media-type']);
  });

  it.each(['?dry_run=perhaps', '?date_order=ymd', '?ignore=colour', '?unknown=1'])(
    'with %s is refused',
    async (query) => {
      expect((await send(query, [HEAD, LINE])).status).toBe(400);
    },
  );
});
