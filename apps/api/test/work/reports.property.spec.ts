import { dayIn, nextDay, startOfDay } from '@tidemark/api/platform';
import type { ReportGroup, TimeReport, WeekStart } from '@tidemark/contracts';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Person } from '../support';
import { WorkTeam } from './work-team';

/** Around a spring and an autumn in which clocks change somewhere, and the edge of a year. */
const STARTS = ['2026-03-05', '2026-03-27', '2026-10-02', '2026-10-23', '2026-12-29'];
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'];
const RATES = ['33.33', '90.05', null];
const GROUPS: ReportGroup[] = ['person', 'project', 'client', 'task', 'day', 'week', 'month'];

let team: WorkTeam;
let people: Person[];
let projects: { id: number; clientId: number; rate: string | null; taskId: number }[];

/** Projects with two rates and with none; the lead leads the first and the last of them. */
beforeAll(async () => {
  team = await WorkTeam.start();
  const { lead, member, admin } = team.people;
  people = [lead, member, admin];
  projects = [];
  for (const [at, rate] of RATES.entries()) {
    const made = await team.api.people.project(`Project ${at}`, [
      [lead, at === 1 ? 'member' : 'lead'],
      [member, 'member'],
    ]);
    const [task] = await quietly<{ id: number }>(
      `INSERT INTO task (name, project_id, created_by) VALUES ('Task', $1, $2) RETURNING id`,
      [made.id, lead.id],
    );
    await quietly('UPDATE project SET hourly_rate = $1 WHERE id = $2', [rate, made.id]);
    projects.push({ id: made.id, clientId: made.client_id, rate, taskId: task?.id ?? 0 });
  }
});
afterAll(() => team.stop());

async function quietly<T>(text: string, values: unknown[] = []): Promise<T[]> {
  await team.api.sql("SET session_replication_role = 'replica'");
  const rows = await team.api.sql<T>(text, values);
  await team.api.sql('RESET session_replication_role');
  return rows;
}

interface Entry {
  person: number;
  project: number;
  onTask: boolean;
  billable: boolean;
  start: number;
  end: number;
}

const entry = (from: number): fc.Arbitrary<Entry> =>
  fc
    .record({
      person: fc.nat(2),
      project: fc.nat(2),
      onTask: fc.boolean(),
      billable: fc.boolean(),
      offset: fc.integer({ min: -40 * 3_600_000, max: 12 * 86_400_000 }),
      length: fc.oneof(fc.nat(5_000), fc.nat(7_200_000), fc.nat(3 * 86_400_000)),
    })
    .map(({ offset, length, ...rest }) => ({
      ...rest,
      start: from + offset,
      end: from + offset + length,
    }));

/** Some begin and some end with a day: what lies on an edge belongs to one side of it. */
function toEdges(given: Entry, which: string, zone: string): Entry {
  const edgeAfter = (ms: number) => startOfDay(nextDay(dayIn(zone, new Date(ms))), zone).getTime();
  const start = which.includes('start') ? edgeAfter(given.start) : given.start;
  const end = which.includes('end') ? edgeAfter(start) : start + given.end - given.start;
  return { ...given, start, end };
}

const scene = fc
  .tuple(fc.constantFrom(...STARTS), fc.constantFrom(...ZONES))
  .chain(([first, zone]) =>
    fc.record({
      first: fc.constant(first),
      zone: fc.constant(zone),
      days: fc.integer({ min: 1, max: 9 }),
      weekStart: fc.constantFrom<WeekStart>(1, 6, 7),
      viewer: fc.constantFrom<'admin' | 'lead' | 'member'>('admin', 'lead', 'member'),
      entries: fc.array(
        fc
          .tuple(
            entry(Date.parse(`${first}T00:00:00Z`)),
            fc.constantFrom('', '', 'start', 'end', 'start end'),
          )
          .map(([one, edges]) => toEdges(one, edges, zone)),
        { maxLength: 12 },
      ),
    }),
  );
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

interface Piece {
  keys: Record<ReportGroup, string>;
  entry: Entry;
  seconds: bigint;
  /** Hundredths per hour, as far as the viewer may know. */
  rate: bigint | null;
}

const lastOf = ({ first, days }: Scene) =>
  DateTime.fromISO(first)
    .plus({ days: days - 1 })
    .toISODate() ?? '';

/** Entry by entry and day by day, as one would with paper and pencil. */
function piecesOf(given: Scene): Piece[] {
  const pieces: Piece[] = [];
  for (let date = given.first; date <= lastOf(given); date = nextDay(date)) {
    const [from, to] = [date, nextDay(date)].map((day) => startOfDay(day, given.zone).getTime());
    for (const one of given.entries) {
      const [begin, stop] = [Math.max(one.start, from ?? 0), Math.min(one.end, to ?? 0)];
      const isHere =
        stop > begin || (one.start === one.end && begin === one.start && one.start < (to ?? 0));
      if (!isHere || !sees(given, one)) continue;
      const seconds =
        Math.floor((stop - one.start) / 1_000) - Math.floor((begin - one.start) / 1_000);
      pieces.push({
        keys: keysOf(given, one, date),
        entry: one,
        seconds: BigInt(seconds),
        rate: rateOf(given, one),
      });
    }
  }
  return pieces;
}

const leads = (project: number) => project !== 1;
const sees = ({ viewer }: Scene, { person, project }: Entry) =>
  viewer === 'admin' ||
  people[person] === team.people[viewer] ||
  (viewer === 'lead' && leads(project));

function rateOf({ viewer }: Scene, { project }: Entry): bigint | null {
  const rate = projects[project]?.rate;
  const known = viewer === 'admin' || (viewer === 'lead' && leads(project));
  return rate && known ? BigInt(rate.replace('.', '')) : null;
}

function keysOf({ weekStart }: Scene, one: Entry, day: string): Piece['keys'] {
  const project = projects[one.project];
  const date = DateTime.fromISO(day);
  const week = date.minus({ days: (date.weekday - weekStart + 7) % 7 }).toISODate() ?? '';
  return {
    person: String(people[one.person]?.id),
    project: String(project?.id),
    client: String(project?.clientId),
    task: one.onTask ? String(project?.taskId) : `none of Project ${one.project}`,
    day,
    week,
    month: day.slice(0, 7),
  };
}

function sumsOf(pieces: Piece[]) {
  const billable = pieces.filter(({ entry: { billable: yes } }) => yes);
  const add = (some: Piece[]) => some.reduce((sum, { seconds }) => sum + seconds, 0n);
  const worth = billable.reduce((sum, { seconds, rate }) => sum + seconds * (rate ?? 0n), 0n);
  const cents = (worth * 2n + 3_600n) / 7_200n;
  return {
    seconds: Number(add(pieces)),
    billable_seconds: Number(add(billable)),
    amount: pieces.some(({ rate }) => rate !== null) ? decimal(cents) : null,
    unpriced_seconds: Number(add(billable.filter(({ rate }) => rate === null))),
    entry_count: new Set(pieces.map((piece) => piece.entry)).size,
  };
}

const decimal = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

function expectedOf(given: Scene, group: ReportGroup) {
  const rows: Record<string, ReturnType<typeof sumsOf>> = {};
  const groups = Map.groupBy(piecesOf(given), ({ keys }) => keys[group]);
  for (const [key, pieces] of groups) rows[key] = sumsOf(pieces);
  return { rows, total: sumsOf(piecesOf(given)) };
}

async function ask(given: Scene, group: ReportGroup): Promise<TimeReport> {
  const path = `/reports/time?group_by=${group}&start_date=${given.first}&end_date=${lastOf(given)}`;
  const { status, body } = await team.as(given.viewer).get<TimeReport>(path);
  expect(status).toBe(200);
  return body;
}

function answeredOf({ rows, total: { billable_share: _share, ...total } }: TimeReport) {
  const sums = rows.map(({ key, label: _label, detail, color: _color, ...rest }) => [
    key === null ? `none of ${detail}` : String(key),
    rest,
  ]);
  return { rows: Object.fromEntries(sums) as object, total };
}

async function prepare({ entries, zone, weekStart, viewer }: Scene): Promise<void> {
  await quietly('DELETE FROM time_entry');
  await quietly('UPDATE "user" SET time_zone = $1, week_start = $2 WHERE id = $3', [
    zone,
    weekStart,
    team.people[viewer].id,
  ]);
  for (const { person, project, onTask, billable, start, end } of entries) {
    const where = projects[project];
    await quietly(
      `INSERT INTO time_entry (user_id, project_id, task_id, billable, source, started_at, ended_at)
       VALUES ($1, $2, $3, $4, 'manual', $5, $6)`,
      [
        people[person]?.id,
        where?.id,
        onTask ? where?.taskId : null,
        billable,
        new Date(start),
        new Date(end),
      ],
    );
  }
}

/** In halves of a hundredth, so that nothing is rounded on the way. */
const cents = (amount: string | null) => BigInt((amount ?? '0.00').replace('.', ''));

it('says what one gets entry by entry and day by day, however the time is grouped', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (given) => {
      await prepare(given);
      for (const group of GROUPS) {
        const report = await ask(given, group);
        expect(answeredOf(report)).toEqual(expectedOf(given, group));
        expectToAddUp(report);
      }
    }),
    { numRuns: 40 },
  );
});

/** Seconds to the second; amounts within the halves of a hundredth by which each row was rounded. */
function expectToAddUp({ rows, days, total }: TimeReport): void {
  for (const parts of [rows, days]) {
    expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(total.seconds);
    expect(parts.reduce((sum, part) => sum + part.billable_seconds, 0)).toBe(
      total.billable_seconds,
    );
  }
  const difference = rows.reduce((sum, { amount }) => sum + cents(amount), -cents(total.amount));
  const size = difference < 0n ? -difference : difference;
  expect(size * 2n <= BigInt(rows.length) + 1n).toBe(true);
}
