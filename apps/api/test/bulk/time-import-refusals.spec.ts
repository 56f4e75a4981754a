import type { ImportLine, Problem } from '@tidemark/contracts';
import { HEAD, ImportTeam, LINE } from './import-team';

let team: ImportTeam;

beforeAll(async () => (team = await ImportTeam.start()));
afterAll(() => team.stop());

describe('a line is refused', () => {
  const errorsOf = async (line: string, head = HEAD) =>
    (await team.preview([head, line])).lines[0]?.errors;

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
    const { lines } = await team.preview([HEAD, LINE.replace('10:30', '9:00')]);
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
    const old = await team.work.api.people.project('Old', [
      [team.work.people.lead, 'lead'],
      [team.work.people.member, 'member'],
    ]);
    await team.work.as('lead').post(`/projects/${old.id}/archive`);
    expect(await errorsOf('2026-01-15,1,Old', 'date,duration,project')).toEqual([
      { column: 'project', message: '"Old" is archived. Unarchive it to change it' },
    ]);
  });

  it('in a closed month', async () => {
    await team.work.as('admin').post('/periods/2026-02/close');
    expect(await errorsOf(LINE.replace('2026-01', '2026-02'))).toEqual([
      { column: 'date', message: expect.stringMatching(/February 2026 is closed/) },
    ]);
  });

  it('where two projects have the name, unless the client says which', async () => {
    await twin('Twin');
    const other = await twin('Other');
    await team.work.as('admin').patch(`/projects/${other.id}`, { name: 'Twin' });
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

const twin = (name: string) =>
  team.work.api.people.project(name, [[team.work.people.member, 'member']]);

describe('a file', () => {
  const raw = async (payload: string | Buffer, type = 'text/csv', url = '/time-entries/import') => {
    const answer = await team.work.api.app.inject({
      method: 'POST',
      url: `/api${url}`,
      headers: { authorization: `Bearer ${team.work.people.member.token}`, 'content-type': type },
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
      expect((await team.send(query, [HEAD, LINE])).status).toBe(400);
    },
  );
});
