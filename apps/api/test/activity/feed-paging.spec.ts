import type { ActivityPage, ActivityView } from '@tidemark/contracts';
import fc from 'fast-check';
import { Client } from 'pg';
import { type Person, SpecApi, type TrailRow, writeTrail } from '../support';

let api: SpecApi;
let admin: Person;
let member: Person;
let projectId: number;

beforeEach(async () => {
  api = await SpecApi.start();
  const team = await api.people.team();
  ({ admin, member } = team);
  projectId = (await api.people.project('Apollo', [[member, 'member']])).id;
});
afterEach(() => api.stop());

const rowAt = (ms: number, own: boolean): TrailRow => ({
  at: new Date(Date.UTC(2026, 0, 1) + ms),
  userId: own ? member.id : admin.id,
  projectId: own ? null : projectId,
  action: 'created',
  entityType: 'task',
});

const FILTER = '/activities?entity_type=task';
async function page(person: Person, query: string): Promise<ActivityPage> {
  const { status, body, text } = await api.as(person).get<ActivityPage>(`${FILTER}${query}`);
  if (status !== 200) throw new Error(text);
  return body;
}

it('pages through rows that arrive meanwhile without a duplicate and without a gap', async () => {
  let clock = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('admin', 'member'),
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 8 }),
      async (who, limit, arrivals) => {
        const person = who === 'admin' ? admin : member;
        // Rows of one round share instants, so that the order within one matters too.
        await writeTrail(
          api,
          Array.from({ length: 15 }, (_, n) => rowAt((clock += n % 2), n % 3 === 0)),
        );
        const before = (await page(person, '&limit=100')).activities.map(({ id }) => id);

        const seen: number[] = [];
        let cursor: string | null = null;
        for (let round = 0; ; round++) {
          const answer: ActivityPage = await page(
            person,
            `&limit=${limit}${cursor ? `&before=${cursor}` : ''}`,
          );
          seen.push(...answer.activities.map(({ id }) => id));
          cursor = answer.next_cursor;
          const arriving = arrivals[round] ?? 0;
          await writeTrail(
            api,
            Array.from({ length: arriving }, () => rowAt(++clock, true)),
          );
          if (!cursor || seen.length >= before.length) break;
        }
        expect(seen.slice(0, before.length)).toEqual(before.slice(0, seen.length));
      },
    ),
    { numRuns: 12 },
  );
});

it('gives a poll the row that commits late, below rows it already showed', async () => {
  const late = new Client({ connectionString: api.database.url });
  await late.connect();
  await late.query('BEGIN');
  await late.query(
    `INSERT INTO activity (created_at, user_id, source, action, entity_type, entity_id, entity_name, description)
     VALUES (now() - interval '1 minute', $1, 'person', 'created', 'task', 1, 'late', 'Came late')`,
    [member.id],
  );
  await writeTrail(api, [{ ...rowAt(0, true), at: new Date(), name: 'early' }]);

  const first = await page(member, '&limit=10');
  expect(names(first)).toEqual(['early']);
  await late.query('COMMIT');
  await late.end();

  const news = await page(member, `&limit=10&after=${first.newest_cursor}`);
  expect(names(news)).toEqual(['late']);
  const nothing = await page(member, `&limit=10&after=${news.newest_cursor}`);
  expect(names(nothing)).toEqual([]);
});

/** Eight writers together stay within one page: a poller may be so slow that it reads all of them at once. */
const WRITES = 12;

it('loses and repeats nothing for a poller while many people write at once', async () => {
  const seen: number[] = [];
  let { newest_cursor: cursor } = await page(admin, '');
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
  let done = false;
  const finished = Promise.all(writers).then(() => (done = true));
  for (let last = false; !last;) {
    last = done;
    const news: ActivityPage = await page(admin, `&limit=100&after=${cursor}`);
    seen.push(...news.activities.map(({ id }) => id));
    cursor = news.newest_cursor;
  }
  await finished;
  const stored = await api.sql<{ id: string }>('SELECT id FROM activity WHERE entity_type = $1', [
    'task',
  ]);
  expect(seen.sort((a, b) => a - b)).toEqual(
    stored.map(({ id }) => Number(id)).sort((a, b) => a - b),
  );
});

it('leads a poller to what came beyond one page, without a gap', async () => {
  const { newest_cursor: cursor } = await page(admin, '');
  await writeTrail(
    api,
    Array.from({ length: 25 }, (_, n) => rowAt(n, true)),
  );
  const written = (await page(admin, '&limit=100')).activities.map(({ id }) => id);
  const news = await page(admin, `&limit=10&after=${cursor}`);
  expect([news.activities.length, news.has_next]).toEqual([10, true]);
  const seen = news.activities.map(({ id }) => id);
  for (let below = news.next_cursor; below;) {
    const more = await page(admin, `&limit=10&before=${below}`);
    seen.push(...more.activities.map(({ id }) => id));
    below = more.next_cursor;
  }
  expect(seen).toEqual(written);
});

/** Transactions of one connection, each open for a moment before it commits. */
async function write(writer: number): Promise<void> {
  const client = new Client({ connectionString: api.database.url });
  await client.connect();
  for (let n = 0; n < WRITES; n++) {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO activity (user_id, source, action, entity_type, entity_id, entity_name, description)
       VALUES ($1, 'person', 'created', 'task', 1, $2, '')`,
      [member.id, `row ${writer}.${n}`],
    );
    await client.query('SELECT pg_sleep($1)', [((writer * 7 + n * 3) % 10) / 1_000]);
    await client.query('COMMIT');
  }
  await client.end();
}

const names = ({ activities }: ActivityPage) =>
  activities.map((row: ActivityView) => row.entity_name);
