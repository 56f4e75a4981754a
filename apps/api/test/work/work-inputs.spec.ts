import {
  PROBLEM_CODES,
  type Problem,
  type TaskView,
  type TimeEntryView,
} from '@tidemark/contracts';
import fc from 'fast-check';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let clientId: number;
let task: TaskView;
let entry: TimeEntryView;

beforeAll(async () => {
  team = await WorkTeam.start();
  clientId = team.website.client_id;
  const body = { project_id: team.website.id };
  task = (await admin().post<TaskView>('/tasks', { ...body, name: 'Task' })).body;
  entry = (await admin().post<TimeEntryView>('/time-entries', { ...body, ...times })).body;
});
afterAll(() => team.stop());

const admin = () => team.as('admin');
const times = { started_at: '2026-01-15T09:00:00Z', ended_at: '2026-01-15T10:00:00Z' };
const createProject = (more: object) =>
  admin().post<Problem & { name: string }>('/projects', {
    name: 'x',
    client_id: clientId,
    ...more,
  });
const createTask = (more: object) =>
  admin().post<Problem & { name: string }>('/tasks', {
    name: 'x',
    project_id: team.website.id,
    ...more,
  });
const createEntry = (more: object) =>
  admin().post('/time-entries', { project_id: team.website.id, ...times, ...more });

const activities = async () =>
  (await team.api.sql<{ n: number }>('SELECT count(*)::int AS n FROM activity'))[0]?.n;

/** Refused as a problem that names the field, says nothing internal, and leaves nothing in the trail. */
async function expectRefusal(
  ask: () => Promise<{ status: number; body: Problem; text: string }>,
  pointer?: string,
  status = 400,
): Promise<void> {
  const before = await activities();
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(PROBLEM_CODES.map((code) => `/problems/${code}`)).toContain(answer.body.type);
  expect(answer.body).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.any(String),
  });
  if (pointer) expect(answer.body.errors).toMatchObject([{ pointer }]);
  expect(answer.text).not.toMatch(/SELECT|INSERT|constraint|node_modules|\.ts/);
  expect(await activities()).toBe(before);
}

describe('names', () => {
  const family = '👩‍👩‍👧‍👦';

  it.each([
    ['255 letters', 'a'.repeat(255)],
    ['255 emoji', '😀'.repeat(255)],
    ['joined emoji', family.repeat(30)],
    ['a template', "{{constructor.constructor('alert(1)')()}}"],
    ['an address', 'javascript:alert(1)'],
    ['a link', '[a](javascript:alert(1))'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['SQL', "'; DROP TABLE project; --"],
  ])('takes %s and gives it back unchanged', async (_what, name) => {
    for (const create of [createProject, createTask]) {
      const { status, body } = await create({ name });
      expect([status, body.name]).toEqual([201, name]);
    }
  });

  it.each([
    ['256 letters', 'a'.repeat(256)],
    ['nothing', ''],
    ['spaces', '   '],
    ['what cannot be seen', '\u200b\u200d'],
    ['half a character', '\ud800'],
    ['a reversed ending', 'invoice\u202egpj.exe'],
    ['a forged log line', 'line1\r\n2026-01-01 INFO forged'],
    ['a terminal sequence', '\u001b[31mred'],
    ['NUL', 'a\u0000b'],
    ['a hundred marks', `a${'\u0301'.repeat(100)}`],
    ['a mark for a person', 'a\ufdd0'],
    ['a number', 1],
    ['true', true],
    ['a list', ['x']],
    ['an object', { name: 'x' }],
    ['null', null],
  ])('refuses %s', async (_what, name) => {
    await expectRefusal(() => createProject({ name }), '/name');
    await expectRefusal(() => createTask({ name }), '/name');
    await expectRefusal(() => admin().patch(`/tasks/${task.id}`, { name }), '/name');
    await expectRefusal(() => admin().patch(`/projects/${team.website.id}`, { name }), '/name');
  });

  it('finds the same name however its accents were typed', async () => {
    const { body } = await createProject({ name: 'Cafe\u0301' });
    expect(body.name).toBe('Caf\u00e9');
  });
});

describe('values', () => {
  it.each(['red;background:url(//x)', 'red', '#fff', '#12345g', 'url(#x)', '', 0])(
    'refuses the colour %s',
    (color) => expectRefusal(() => createProject({ color }), '/color'),
  );

  it.each(['-1', '1e309', 'NaN', '', '12.345', '999999999999', ' 12', '0x10', '١٢', 12, 0.1 + 0.2])(
    'refuses the rate %s',
    (hourly_rate) => expectRefusal(() => createProject({ hourly_rate }), '/hourly_rate'),
  );

  it.each([0, -1, 1.005, 1e9, '8', null])(
    'takes no %s hours of estimate unless null',
    async (hours) => {
      if (hours === null) expect((await createTask({ estimate_hours: null })).status).toBe(201);
      else await expectRefusal(() => createTask({ estimate_hours: hours }), '/estimate_hours');
    },
  );

  it.each(['2026-02-30', '2026-13-01', '1999-12-31', '2026-1-1', '2026-01-15T00:00:00Z', 20260115])(
    'refuses the due date %s',
    (due_date) => expectRefusal(() => createTask({ due_date }), '/due_date'),
  );

  it.each([
    ['status', 'Done'],
    ['status', 'archived'],
    ['status', null],
    ['priority', 'highest'],
    ['priority', 1],
  ])('refuses %s %s', (field, value) =>
    expectRefusal(() => createTask({ [field]: value }), `/${field}`),
  );

  it.each([0, -1, 1.5, '7', 2_147_483_648, 1e20, null, [1], { id: 1 }])(
    'refuses the id %s',
    async (id) => {
      await expectRefusal(() => createTask({ project_id: id }), '/project_id');
      await expectRefusal(() => createProject({ client_id: id }), '/client_id');
      await expectRefusal(() => admin().post('/timers/start', { project_id: id }), '/project_id');
    },
  );

  it('tells nobody whether a project exists that they may not know of', async () => {
    const hidden = await team.api.people.project('Hidden', [[team.people.lead, 'lead']]);
    for (const path of ['/tasks', '/timers/start', '/time-entries']) {
      const ask = (project_id: number) =>
        team.as('member').post(path, {
          project_id,
          ...(path === '/tasks' && { name: 'x' }),
          ...(path === '/time-entries' && times),
        });
      const [foreign, absent] = [await ask(hidden.id), await ask(999_999)];
      const shown = ({ body }: { body: Problem }) => ({ ...body, instance: '' });
      expect([foreign.status, shown(foreign)]).toEqual([404, shown(absent)]);
    }
  });
});

describe('instants', () => {
  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-01-15T24:00:00Z',
    '2026-01-15T23:59:60Z',
    '2026-01-15T09:00:00',
    '2026-01-15 09:00:00Z',
    '2026-01-15',
    '0000-01-01T00:00:00Z',
    '10000-01-01T00:00:00Z',
    '+300000-01-01T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
    '2026-01-15T09:00:00+25:00',
    'infinity',
    'now',
    'epoch',
    '-1',
    -1,
    1_768_467_600_000,
    null,
  ])('refuses %s', async (instant) => {
    await expectRefusal(() => createEntry({ started_at: instant }), '/started_at');
    await expectRefusal(() => createEntry({ ended_at: instant }), '/ended_at');
    await expectRefusal(
      () => admin().patch(`/time-entries/${entry.id}`, { ended_at: instant }),
      '/ended_at',
    );
  });

  it('takes offsets and nine digits of a second, cut to milliseconds', async () => {
    const { status, body } = await admin().post<TimeEntryView>('/time-entries', {
      project_id: team.website.id,
      started_at: '2026-01-15T10:00:00.123456789+01:00',
      ended_at: '2026-01-15T09:30:00+00:00',
    });
    expect(status).toBe(201);
    expect([body.started_at, body.ended_at]).toEqual([
      '2026-01-15T09:00:00.123Z',
      '2026-01-15T09:30:00.000Z',
    ]);
  });
});

describe('fields that are not there', () => {
  it.each([
    ['projects', 'id'],
    ['projects', 'createdAt'],
    ['projects', 'created_at'],
    ['projects', 'is_favorite'],
    ['projects', 'archived_reason'],
    ['tasks', 'project_id'],
    ['tasks', 'userId'],
    ['tasks', 'created_by'],
    ['tasks', 'version'],
    ['time-entries', 'user_id'],
    ['time-entries', 'source'],
    ['time-entries', 'deletedAt'],
    ['clients', 'archived_at'],
    ['clients', '__proto__'],
    ['clients', 'constructor'],
  ])('refuses to change %s by %s', async (what, field) => {
    const ids = {
      projects: team.website.id,
      tasks: task.id,
      'time-entries': entry.id,
      clients: clientId,
    };
    const body = JSON.parse(`{"${field}": 1}`) as object;
    await expectRefusal(() => admin().patch(`/${what}/${ids[what as keyof typeof ids]}`, body));
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it.each([
    ['/projects', { client_id: 1 }, '/name'],
    ['/tasks', { name: 'x' }, '/project_id'],
    ['/clients', {}, '/name'],
    ['/timers/start', {}, '/project_id'],
  ])('needs every field of %s', (path, body, pointer) =>
    expectRefusal(() => admin().post(path, body), pointer),
  );

  it.each(['/projects', '/tasks', '/clients', '/time-entries', '/timers/start'])(
    'needs an object at %s',
    async (path) => {
      for (const body of [[], '"text"', '1', 'true']) {
        await expectRefusal(() =>
          admin().with({ 'content-type': 'application/json' }).post(path, body),
        );
      }
    },
  );
});

describe('addresses and parameters', () => {
  it.each([
    'abc',
    '1.0',
    '%201',
    '%D9%A1',
    '0',
    '-1',
    '1e3',
    '2147483648',
    '99999999999',
    '%00',
    '%ff',
  ])('finds nothing at the id %s', async (id) => {
    for (const path of ['/projects', '/tasks', '/clients', '/time-entries']) {
      for (const ask of [admin().get, admin().delete]) {
        const before = await activities();
        const { status } = await ask(`${path}/${id}`);
        expect([400, 404]).toContain(status);
        expect(await activities()).toBe(before);
      }
    }
  });

  it.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1e9',
    'limit=abc',
    'limit=1.5',
    'limit=10;drop',
    'limit=',
    'limit=5&limit=6',
    'page=0',
    'page=2147483648',
    'page=9223372036854775808',
    'page=1000&limit=100',
    'foo=1',
    'sort=password',
    'sort=created_at;select pg_sleep(5)',
    'sort=name&sort=name',
    'sort=',
    'q=',
    'q=%00',
    'limit[gt]=1',
    '__proto__=1',
  ])('refuses %s in every list', async (query) => {
    for (const path of ['/projects', '/tasks', '/clients', '/time-entries']) {
      await expectRefusal(() => admin().get(`${path}?${query}`));
    }
  });

  it.each([
    '/projects?status=Active',
    '/projects?status=active,,on_hold',
    '/projects?client_id=x',
    '/projects?id=',
    '/projects?id=1,,2',
    '/projects?id=1&id=2',
    '/projects?id=0',
    '/projects?id=1,2147483648',
    `/projects?id=${Array.from({ length: 101 }, (_, n) => n + 1).join(',')}`,
    '/users?id=1,x',
    '/projects?is_favorite=1',
    '/tasks?priority=',
    '/tasks?due_from=2026-02-30',
    '/tasks?assigned_to=me',
    '/clients?is_archived=yes',
    '/time-entries?user_id=0',
    '/time-entries?user_id=ALL',
    '/time-entries?user_id=1,2',
    '/time-entries?start_date=infinity',
    '/time-entries?start_date=2026-02-31',
    '/time-entries?start_date=now()',
    '/time-entries?start_date=2026-01-16&end_date=2026-01-15',
    '/time-entries?running=maybe',
    '/time-entries?billable=',
    '/time-entries/summary?start_date=0',
    `/projects/1/members?sort=${'x'.repeat(5_000)}`,
  ])('refuses %s', (path) => expectRefusal(() => admin().get(path)));

  it('overrides no method', async () => {
    const url = `/tasks/${task.id}`;
    await admin().with({ 'x-http-method-override': 'DELETE' }).post(url, {});
    await admin().with({ 'x-http-method-override': 'DELETE' }).get(url);
    expect((await admin().get(url)).status).toBe(200);
  });
});

it('never answers 500 to any text in any field', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '0', 'null', '../..', "' OR 1=1--", '\u0000', '\ud800', '9'.repeat(400)),
  );
  const requests = [
    ['/projects', ['name', 'description', 'client_id', 'color', 'hourly_rate', 'budget_hours']],
    ['/tasks', ['name', 'project_id', 'status', 'assigned_to', 'due_date', 'estimate_hours']],
    ['/time-entries', ['project_id', 'task_id', 'note', 'billable', 'started_at', 'user_id']],
    ['/clients', ['name', 'email', 'note']],
  ] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...requests),
      fc.nat(5),
      anything,
      async ([path, fields], n, value) => {
        const field = fields[n % fields.length] ?? 'name';
        const valid = { name: 'x', project_id: team.website.id, client_id: clientId, ...times };
        const { status } = await admin().post(path, { ...only(valid, path), [field]: value });
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 200 },
  );
});

function only(valid: Record<string, unknown>, path: string): object {
  const needed: Record<string, string[]> = {
    '/projects': ['name', 'client_id'],
    '/tasks': ['name', 'project_id'],
    '/time-entries': ['project_id', 'started_at', 'ended_at'],
    '/clients': ['name'],
  };
  return Object.fromEntries((needed[path] ?? []).map((field) => [field, valid[field]]));
}
