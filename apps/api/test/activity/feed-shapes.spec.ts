import {
  countStatement,
  type FeedScope,
  keys,
  type Shape,
  Values,
  type Wanted,
} from '@tidemark/api/activity/statements';
import { ACTIONS, ENTITY_TYPES } from '@tidemark/contracts';
import fc from 'fast-check';
import { SpecApi, type TrailRow, writeTrail } from '../support';

const PEOPLE = 6;
const PROJECTS = 5;
const START = Date.UTC(2026, 0, 1);
const BATCH = '0e3f9d6c-8c2b-4c5e-9a35-2f6f5d1b7a10';
const OTHER_BATCH = '5b0c7f9e-3a51-4d0e-b0a3-7f0c1d2e3f40';

let api: SpecApi;

const row: fc.Arbitrary<TrailRow> = fc.record({
  // Few instants, so that many rows share one and the id has to break the tie.
  at: fc.integer({ min: 0, max: 40 }).map((minute) => new Date(START + minute * 60_000)),
  userId: fc.option(fc.integer({ min: 1, max: PEOPLE })),
  projectId: fc.option(fc.integer({ min: 1, max: PROJECTS })),
  action: fc.constantFrom(...ACTIONS.slice(0, 5)),
  entityType: fc.constantFrom(...ENTITY_TYPES),
  entityId: fc.integer({ min: 1, max: 4 }),
  batchId: fc.constantFrom(undefined, undefined, BATCH),
  name: fc.constantFrom('Apollo', 'apollo 11', '100%', 'a_b', 'Hermes'),
});

const visible = fc.oneof(
  fc.constant('everything' as const),
  fc.record({
    userId: fc.integer({ min: 1, max: PEOPLE + 1 }),
    projectIds: fc.uniqueArray(fc.integer({ min: 1, max: PROJECTS })),
  }),
);

const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const instant = fc.integer({ min: -5, max: 45 }).map((minute) => new Date(START + minute * 60_000));

const scope: fc.Arbitrary<FeedScope> = fc.record({
  visible,
  userId: some(fc.integer({ min: 1, max: PEOPLE })),
  entityTypes: some(fc.uniqueArray(fc.constantFrom(...ENTITY_TYPES), { minLength: 1 })),
  actions: some(fc.uniqueArray(fc.constantFrom(...ACTIONS.slice(0, 6)), { minLength: 1 })),
  from: some(instant),
  to: some(instant),
  projectId: some(fc.integer({ min: 1, max: PROJECTS })),
  entityId: some(fc.integer({ min: 1, max: 4 })),
  batchId: some(fc.constantFrom(BATCH, OTHER_BATCH)),
  search: some(
    fc.record({
      pattern: fc.constantFrom('%pollo%', '%100\\%%', '%a\\_b%', '%nothing%'),
      actorIds: fc.uniqueArray(fc.integer({ min: 1, max: PEOPLE }), { maxLength: 2 }),
    }),
  ),
});

const position = fc.record({ at: instant, id: fc.integer({ min: 1, max: 400 }) });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  take: fc.integer({ min: 1, max: 30 }),
  skip: fc.constantFrom(0, 0, 1, 7, 40),
  below: some(position),
  above: some(position),
});

beforeAll(async () => {
  api = await SpecApi.start();
  const [rows] = fc.sample(fc.array(row, { minLength: 400, maxLength: 400 }), {
    numRuns: 1,
    seed: 7,
  });
  await writeTrail(api, rows ?? []);
});
afterAll(() => api.stop());

function shapesFor({ visible: seen, entityTypes, actions }: FeedScope): Shape[] {
  const lists = (entityTypes?.length ?? 0) > 1 || (actions?.length ?? 0) > 1;
  if (seen !== 'everything') return ['member', 'rare'];
  return lists ? ['direct', 'spread'] : ['direct'];
}

async function idsOf(shape: Shape, asked: FeedScope, page: Wanted): Promise<number[]> {
  const values = new Values();
  const rows = await api.sql<{ id: number }>(keys(shape, asked, page, values), values.list);
  return rows.map(({ id }) => Number(id));
}

async function countOf(shape: Shape, asked: FeedScope, cap: number): Promise<number> {
  const values = new Values();
  const text = countStatement(shape, asked, values, cap);
  const [found] = await api.sql<{ n: number }>(text, values.list);
  return found?.n ?? -1;
}

it('gives the rows of the plain predicate in every shape, for anybody, any filter and any page', async () => {
  await fc.assert(
    fc.asyncProperty(scope, wanted, async (asked, page) => {
      const expected = await idsOf('plain', asked, page);
      for (const shape of shapesFor(asked)) {
        expect({ shape, ids: await idsOf(shape, asked, page) }).toEqual({ shape, ids: expected });
      }
    }),
    { numRuns: 400 },
  );
});

it('counts what the plain predicate finds, up to one beyond the cap', async () => {
  await fc.assert(
    fc.asyncProperty(scope, fc.constantFrom(3, 20, 1_000), async (asked, cap) => {
      const all = await idsOf('plain', asked, { take: 1_000, skip: 0 });
      for (const shape of shapesFor(asked)) {
        const n = await countOf(shape, asked, cap);
        expect({ shape, n }).toEqual({ shape, n: Math.min(all.length, cap + 1) });
      }
    }),
    { numRuns: 200 },
  );
});
