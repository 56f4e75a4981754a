import {
  countStatement,
  eventStatement,
  type FeedScope,
  lastOfEachStatement,
  neighboursStatement,
  pageStatement,
  probeStatement,
  type Shape,
  Values,
} from '@tidemark/api/activity/statements';
import { SpecApi } from '../support';

let api: SpecApi;

/** 60 000 rows over three years; person 7 and project 40 are quiet, "unarchived" is rare. */
const ROWS = `
  INSERT INTO activity (created_at, user_id, source, action, entity_type, entity_id, project_id, entity_name, description)
  SELECT timestamptz '2023-01-01' + n * interval '26 minutes',
    CASE WHEN n % 9000 = 1 THEN 7 ELSE 1 + n % 5 END, 'person',
    CASE WHEN n % 20000 = 2 THEN 'unarchived' WHEN n % 3 = 0 THEN 'started' WHEN n % 3 = 1 THEN 'stopped' ELSE 'updated' END,
    CASE WHEN n % 10 = 0 THEN 'project' WHEN n % 10 < 4 THEN 'task' ELSE 'time_entry' END, n % 500,
    CASE WHEN n % 15000 = 3 THEN 40 WHEN n % 4 > 0 THEN 1 + n % 30 END, 'thing', 'Did a thing'
  FROM generate_series(1, 60000) n`;

beforeAll(async () => {
  api = await SpecApi.start();
  await api.sql(ROWS);
  await api.sql('VACUUM ANALYZE activity');
});
afterAll(() => api.stop());

const everything: FeedScope = { visible: 'everything' };
const busy: FeedScope = { visible: { userId: 3, projectIds: [1, 2, 3, 4, 5, 6] } };
const quiet: FeedScope = { visible: { userId: 7, projectIds: [40] } };
const rareText = { search: { pattern: '%lighthouse%', actorIds: [] } };
const first = { take: 10, skip: 0 };
const deep = { ...first, below: { at: new Date('2023-06-01'), id: 5_000 } };

const PAGES: [string, Shape, FeedScope, typeof first | typeof deep][] = [
  ['first page', 'direct', everything, first],
  ['deep page', 'direct', everything, deep],
  ['one person', 'direct', { ...everything, userId: 7 }, first],
  ['one project', 'direct', { ...everything, projectId: 40 }, first],
  ['a common action', 'direct', { ...everything, actions: ['started'] }, first],
  ['a rare action', 'direct', { ...everything, actions: ['unarchived'] }, first],
  ['one type', 'direct', { ...everything, entityTypes: ['project'] }, deep],
  ['several types', 'spread', { ...everything, entityTypes: ['project', 'task'] }, first],
  ['several actions', 'spread', { ...everything, actions: ['unarchived', 'updated'] }, deep],
  ['one thing', 'direct', { ...everything, entityTypes: ['task'], entityId: 12 }, first],
  [
    'one batch',
    'direct',
    { ...everything, batchId: '0e3f9d6c-8c2b-4c5e-9a35-2f6f5d1b7a10' },
    first,
  ],
  [
    'a range',
    'direct',
    { ...everything, from: new Date('2024-01-01'), to: new Date('2024-01-08') },
    first,
  ],
  ['a rare text', 'direct', { ...everything, ...rareText }, first],
  ['a busy member', 'member', busy, first],
  ['a busy member, deep', 'member', busy, deep],
  ['a quiet member', 'member', quiet, first],
  ['a quiet member, deep', 'member', quiet, deep],
  ['a member with a common filter', 'member', { ...busy, actions: ['started'] }, first],
  ['a member with a rare filter', 'rare', { ...busy, actions: ['unarchived'] }, first],
  ['a member with a rare text', 'rare', { ...busy, ...rareText }, first],
];

it.each(PAGES)('reads %s by index', async (_name, shape, scope, wanted) => {
  const values = new Values();
  await expectIndexes(pageStatement(shape, scope, wanted, true, values), values);
});

it.each(PAGES.filter(([, , , { take }]) => take === 10))(
  'counts for %s by index',
  async (_name, shape, scope) => {
    const values = new Values();
    await expectIndexes(countStatement(shape, scope, values, 500), values);
  },
);

it.each(PAGES.filter(([, , , { take }]) => take === 10))(
  'finds the neighbours for %s by index',
  async (_name, shape, scope) => {
    const values = new Values();
    const at = { at: new Date('2024-06-01'), id: 28_000 };
    await expectIndexes(neighboursStatement(shape, scope, at, values), values);
  },
);

it.each([
  ['everybody', everything],
  ['a quiet member', quiet],
])('finds one activity for %s by its key', async (_name, scope) => {
  const values = new Values();
  const reads = await readsOf(eventStatement(scope, 28_000, true, values), values);
  expect(reads.map((node) => node['Index Name'])).toEqual(['activity_pkey']);
});

it('finds the last of each kind for everybody by one look into one index', async () => {
  const values = new Values();
  const kinds = [
    { entity_type: 'task', action: 'updated' },
    { entity_type: 'task', action: 'sent' },
  ] as const;
  const reads = await readsOf(lastOfEachStatement(everything, kinds, values), values);
  expect(reads.map((node) => [node['Node Type'], node['Index Name']])).toEqual([
    ['Index Only Scan', 'activity_kind_idx'],
  ]);
});

it.each([
  ['a member of busy projects', { visible: { userId: 7, projectIds: [1, 2, 3, 4, 5, 6] } }],
  ['a quiet member', quiet],
] satisfies [string, FeedScope][])(
  'finds the last of each kind for %s by index',
  async (_name, scope) => {
    const values = new Values();
    await expectIndexes(lastOfEachStatement(scope, [], values), values);
  },
);

it.each<[string, Shape, FeedScope]>([
  [
    'a type and an action',
    'direct',
    { ...everything, entityTypes: ['task'], actions: ['updated'] },
  ],
  ['a person and an action', 'direct', { ...everything, userId: 3, actions: ['unarchived'] }],
  ['a member with an action', 'member', { ...busy, actions: ['updated'] }],
  ['a member with a type', 'member', { ...busy, entityTypes: ['project'] }],
])('passes rows over within the index for %s', async (_name, shape, scope) => {
  const values = new Values();
  const reads = await readsOf(countStatement(shape, scope, values, 500), values);
  expect(reads.map((node) => node['Node Type'])).not.toContain('Index Scan');
});

it.each([
  ['everybody', everything],
  ['a quiet member', quiet],
])('probes for news of %s by index', async (_name, scope) => {
  const [now] = await api.sql<{ snapshot: string }>(
    'SELECT pg_current_snapshot()::text AS snapshot',
  );
  const values = new Values();
  await expectIndexes(probeStatement(scope, now?.snapshot ?? '', values), values);
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

/** Every read of the trail goes by an index. */
async function expectIndexes(text: string, values: Values): Promise<void> {
  const reads = await readsOf(text, values);
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
}

/** How the plan reads the trail. */
async function readsOf(text: string, values: Values): Promise<Plan[]> {
  await api.sql('SET plan_cache_mode = force_custom_plan');
  const [answer] = await api.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values.list,
  );
  const nodes = flatten(answer?.['QUERY PLAN'][0]?.Plan);
  return nodes.filter(
    (node) => node['Relation Name'] === 'activity' || node['Index Name']?.startsWith('activity'),
  );
}

const flatten = (plan: Plan | undefined): Plan[] =>
  plan ? [plan, ...(plan.Plans ?? []).flatMap(flatten)] : [];
