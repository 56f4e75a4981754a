import type { TimeImport } from '@tidemark/contracts';
import fc from 'fast-check';
import { WorkTeam } from '../work/work-team';

/** Nights of 2026 on which clocks change, by an hour or by half of one, at midnight or later, and one on which none does. */
const NIGHTS: [zone: string, change: string][] = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['America/St_Johns', '2026-11-01T04:30Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['Asia/Kathmandu', '2026-10-25T01:00Z'],
];
const HOUR_MS = 3_600_000;

let from: WorkTeam;
let to: WorkTeam;

beforeAll(async () => {
  [from, to] = [await WorkTeam.start(), await WorkTeam.start()];
});
afterAll(() => Promise.all([from.stop(), to.stop()]));

async function quietly({ api }: WorkTeam, text: string, values: unknown[] = []): Promise<void> {
  await api.sql("SET session_replication_role = 'replica'");
  await api.sql(text, values);
  await api.sql('RESET session_replication_role');
}

interface Entry {
  /** Of its start from the change of the clocks. */
  offset: number;
  length: number;
}

const entry: fc.Arbitrary<Entry> = fc.record({
  offset: fc.integer({ min: -4 * HOUR_MS, max: 4 * HOUR_MS }),
  length: fc.oneof(
    fc.constant(0),
    fc.nat(999),
    fc.nat(90_000),
    fc.nat(3 * HOUR_MS),
    fc.nat(80 * HOUR_MS),
  ),
});

const scene = fc.record({
  night: fc.constantFrom(...NIGHTS),
  reader: fc.constantFrom('the same', 'Asia/Kolkata', 'America/Los_Angeles', 'Europe/London'),
  entries: fc.array(entry, { minLength: 1, maxLength: 15 }),
});

async function prepare([zone, change]: [string, string], reader: string, entries: Entry[]) {
  const zones = [zone, reader === 'the same' ? zone : reader];
  for (const [at, team] of [from, to].entries()) {
    await quietly(team, 'DELETE FROM time_entry');
    await team.as('admin').patch('/me', { time_zone: zones[at] });
  }
  const starts = entries.map(({ offset }) => Date.parse(change) + offset);
  await quietly(
    from,
    `INSERT INTO time_entry (user_id, project_id, source, started_at, ended_at)
     SELECT $1, $2, 'timer', * FROM unnest($3::timestamptz[], $4::timestamptz[])`,
    [
      from.people.member.id,
      from.website.id,
      starts.map((start) => new Date(start)),
      starts.map((start, at) => new Date(start + (entries[at]?.length ?? 0))),
    ],
  );
}

/** When each began, and how much time it is: both to the second. */
const ENTRIES = `
  SELECT floor(extract(epoch FROM started_at))::int AS started,
    floor(extract(epoch FROM ended_at - started_at))::int AS seconds
  FROM time_entry ORDER BY 1, 2`;

it('reports have entries that are the same time when they are imported, wherever the clocks change and whoever reads them', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ night, reader, entries }) => {
      await prepare(night, reader, entries);
      const range = 'start_date=2026-03-01&end_date=2026-12-31';
      const file = await from.as('admin').get(`/reports/entries.csv?${range}`);
      const imported = await to.as('admin').post<TimeImport>('/time-entries/import', file.text);

      expect([imported.status, imported.text]).toEqual([200, expect.any(String)]);
      expect(await to.api.sql(ENTRIES)).toEqual(await from.api.sql(ENTRIES));
    }),
    { numRuns: 60 },
  );
});
