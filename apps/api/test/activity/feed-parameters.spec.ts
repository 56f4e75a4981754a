import type { ActivityPage, Problem } from '@tidemark/contracts';
import { type Person, SpecApi, type TrailRow, writeTrail } from '../support';

const BATCH = '0e3f9d6c-8c2b-4c5e-9a35-2f6f5d1b7a10';
let api: SpecApi;
let admin: Person;
let auditor: Person;
let lead: Person;
let member: Person;
let outsider: Person;
let projectId: number;
let otherProjectId: number;

const at = (text: string) => new Date(text);
const row = (row: Partial<TrailRow>): TrailRow => ({
  at: at('2026-01-15T12:00:00Z'),
  userId: admin.id,
  projectId: null,
  action: 'created',
  entityType: 'task',
  ...row,
});

beforeAll(async () => {
  api = await SpecApi.start();
  ({ admin, auditor, lead, member, outsider } = await api.people.team());
  projectId = (
    await api.people.project('Apollo', [
      [lead, 'lead'],
      [member, 'member'],
    ])
  ).id;
  otherProjectId = (await api.people.project('Hermes', [[outsider, 'member']])).id;
  await writeTrail(api, [
    // 23:30 UTC on the 14th is 00:30 on the 15th in Berlin, the zone of everybody here.
    row({ name: 'first moment', at: at('2026-01-14T23:30:00Z'), projectId }),
    row({ name: 'last moment', at: at('2026-01-15T22:59:59.999Z'), projectId }),
    row({ name: 'next day', at: at('2026-01-15T23:00:00Z'), projectId, batchId: BATCH }),
    row({
      name: 'other project',
      projectId: otherProjectId,
      entityType: 'project',
      action: 'archived',
    }),
    row({
      name: 'own',
      userId: member.id,
      entityType: 'time_entry',
      action: 'started',
      entityId: 77,
    }),
    row({ name: 'hidden', entityType: 'client', action: 'deleted' }),
    row({ name: '100% _done_', entityType: 'client', action: 'updated' }),
  ]);
});
afterAll(() => api.stop());

/** Only the rows written above: sign-ins are in the trail as well. */
const IN_2026_01 = 'start_date=2026-01-01&end_date=2026-01-31';
async function namesOf(person: Person, query: string): Promise<string[]> {
  const answer = await api.as(person).get<ActivityPage>(`/activities?${query}`);
  if (answer.status !== 200) throw new Error(`${query}: ${answer.text}`);
  return answer.body.activities.map(({ entity_name }) => entity_name).sort();
}

describe('who sees what', () => {
  const ALL = [
    '100% _done_',
    'first moment',
    'hidden',
    'last moment',
    'next day',
    'other project',
    'own',
  ];

  it('shows administrators and auditors everything', async () => {
    expect(await namesOf(admin, IN_2026_01)).toEqual(ALL);
    expect(await namesOf(auditor, IN_2026_01)).toEqual(ALL);
  });

  it('shows members their own and those of their projects, and nothing else', async () => {
    expect(await namesOf(member, IN_2026_01)).toEqual([
      'first moment',
      'last moment',
      'next day',
      'own',
    ]);
    expect(await namesOf(outsider, IN_2026_01)).toEqual(['other project']);
  });

  it('counts for members only what they see', async () => {
    const { body } = await api.as(member).get<ActivityPage>(`/activities?${IN_2026_01}`);
    expect(body).toMatchObject({ total: 4, pages: 1, has_next: false, has_prev: false });
  });

  it('refuses a member the user_id of somebody else, and allows the own', async () => {
    expect((await api.as(member).get(`/activities?user_id=${admin.id}`)).status).toBe(403);
    expect((await api.as(lead).get(`/activities?user_id=${member.id}`)).status).toBe(403);
    expect(await namesOf(member, `${IN_2026_01}&user_id=${member.id}`)).toEqual(['own']);
    expect(await namesOf(auditor, `${IN_2026_01}&user_id=${member.id}`)).toEqual(['own']);
  });

  it('hides projects that one is not in', async () => {
    expect((await api.as(member).get(`/activities?project_id=${otherProjectId}`)).status).toBe(404);
    expect((await api.as(member).get('/activities?project_id=999999')).status).toBe(404);
    expect(await namesOf(admin, `project_id=${otherProjectId}`)).toEqual(['other project']);
  });

  it('stops showing a project the moment one is removed from it', async () => {
    await api.sql("SET session_replication_role = 'replica'");
    await api.sql('DELETE FROM project_member WHERE user_id = $1', [lead.id]);
    await api.sql('RESET session_replication_role');
    expect(await namesOf(lead, IN_2026_01)).toEqual([]);
  });

  it('gives addresses and browsers to administrators and auditors only', async () => {
    for (const [person, sees] of [
      [admin, true],
      [auditor, true],
      [member, false],
    ] as const) {
      const [first] = await api.as(person).feed(`?${IN_2026_01}&limit=1`);
      expect('ip_address' in (first ?? {})).toBe(sees);
      expect('user_agent' in (first ?? {})).toBe(sees);
    }
  });

  it('tells nobody anything without a session', async () => {
    expect((await api.anonymous.get('/activities')).status).toBe(401);
    expect((await api.anonymous.get('/activities/stats')).status).toBe(401);
  });
});

describe('filters', () => {
  it.each([
    ['entity_type=client', ['100% _done_', 'hidden']],
    ['entity_type=client,project', ['100% _done_', 'hidden', 'other project']],
    ['entity_type=all&action=archived', ['other project']],
    ['action=deleted,started', ['hidden', 'own']],
    ['entity_type=client&action=deleted', ['hidden']],
    ['entity_type=time_entry&entity_id=77', ['own']],
    ['entity_id=77', ['own']],
    [`batch_id=${BATCH}`, ['next day']],
    [`batch_id=${BATCH.toUpperCase()}`, ['next day']],
    [`batch_id=${BATCH.replace('0', '1')}`, []],
    ['q=other', ['other project']],
    ['q=100%25', ['100% _done_']],
    ['q=_done_', ['100% _done_']],
    ['q=member%20person', ['own']],
  ])('%s', async (query, expected) => {
    expect(await namesOf(admin, `${IN_2026_01}&${query}`)).toEqual(expected);
  });

  it('takes whole days in the viewer’s zone, both ends included', async () => {
    const day = 'start_date=2026-01-15&end_date=2026-01-15';
    expect(await namesOf(admin, `${day}&project_id=${projectId}`)).toEqual([
      'first moment',
      'last moment',
    ]);
  });

  it('takes instants, both ends included', async () => {
    const range = 'start_date=2026-01-15T22:59:59.999Z&end_date=2026-01-16T00:00:00%2B01:00';
    expect(await namesOf(admin, range)).toEqual(['last moment', 'next day']);
  });

  it('answers 200 and nothing for a person who does not exist', async () => {
    expect(await namesOf(admin, 'user_id=999999')).toEqual([]);
  });
});

describe('paging by number', () => {
  it('fills every field of the page', async () => {
    const { body } = await api
      .as(admin)
      .get<ActivityPage>(`/activities?${IN_2026_01}&limit=3&page=2`);
    expect(body).toMatchObject({
      total: 7,
      pages: 3,
      current_page: 2,
      has_next: true,
      has_prev: true,
    });
    expect(body.activities).toHaveLength(3);
  });

  it('is empty behind the last page', async () => {
    const { body } = await api
      .as(admin)
      .get<ActivityPage>(`/activities?${IN_2026_01}&limit=3&page=9`);
    expect(body).toMatchObject({ activities: [], total: 7, has_next: false, next_cursor: null });
  });
});

describe('what cannot be used is refused and named', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1e9',
    'limit=abc',
    'limit=1.5',
    'limit=10;drop',
    'limit=',
    'limit=%2010',
    'limit=10&limit=20',
    'page=0',
    'page=-1',
    'page=2147483648',
    'page=9223372036854775808',
    'page=201&limit=50',
    'user_id=abc',
    'user_id=0',
    'user_id=99999999999',
    'user_id=1,2',
    'project_id=x',
    'entity_id=-4',
    'batch_id=abc',
    'batch_id=',
    'entity_type=Project',
    "entity_type=project'--",
    'entity_type=project,,task',
    'entity_type=',
    'entity_type=expense',
    'entity_type=project&entity_type=task',
    'action=exploded',
    'start_date=2026-02-31',
    'start_date=infinity',
    'start_date=0',
    'start_date=now()',
    'start_date=2026-01-15T25:00:00Z',
    'start_date=2026-01-15T10:00:00',
    `start_date=${'9'.repeat(5_000)}`,
    'end_date=yesterday',
    'end_date=2100-01-02',
    'start_date=2026-02-01&end_date=2026-01-01',
    'q=',
    'q=%00',
    `q=${'x'.repeat(201)}`,
    'sort=password',
    'created_at[gt]=1',
    'foo=1',
  ])('%s', async (query) => {
    const { status, body, headers } = await api.as(admin).get<Problem>(`/activities?${query}`);
    expect({ status, type: body.type }).toEqual({
      status: 400,
      type: '/problems/invalid-parameter',
    });
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.detail).toContain(query.split(/[=[]/, 1)[0]);
  });

  it('refuses cursors of others, of other filters, altered ones and invented ones', async () => {
    const { body } = await api.as(admin).get<ActivityPage>('/activities?limit=1&entity_type=task');
    const next = body.next_cursor ?? '';
    const refused = async (person: Person, query: string) => {
      const answer = await api.as(person).get<Problem>(`/activities?${query}`);
      expect([answer.status, answer.body.type]).toEqual([400, '/problems/invalid-cursor']);
    };
    await refused(auditor, `entity_type=task&before=${next}`);
    await refused(admin, `entity_type=client&before=${next}`);
    await refused(admin, `entity_type=task&before=${next.slice(0, -2)}AA`);
    await refused(admin, `entity_type=task&after=${next}`);
    await refused(admin, 'before=abc');
    expect((await api.as(admin).get(`/activities?entity_type=task&before=${next}`)).status).toBe(
      200,
    );
  });

  it('refuses two ways of paging at once', async () => {
    const { body } = await api.as(admin).get<ActivityPage>('/activities?limit=1');
    const answer = await api
      .as(admin)
      .get<Problem>(`/activities?page=2&before=${body.next_cursor}`);
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/invalid-parameter']);
  });
});
