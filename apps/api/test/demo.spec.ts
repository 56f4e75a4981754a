import type {
  ActivityView,
  ProjectPage,
  Session,
  TimeEntryPage,
  UserPage,
} from '@tidemark/contracts';
import { planDemo } from '../src/demo/plan-demo';
import { seedDemo } from '../src/demo/seed-demo';
import { SpecApi } from './support';

const SEED = 1;
const DAY_MS = 86_400_000;
/** A Sunday night in Europe: nobody would be at work. */
const NOW = new Date('2026-06-14T01:30:00Z');
const WEEK = { days: 6, now: NOW, seed: SEED };

let api: SpecApi;
let token = '';

beforeAll(async () => {
  api = await SpecApi.start();
  const [founder] = await seedDemo(api.app, WEEK);
  const { username, password } = founder ?? {};
  const answer = await api.anonymous.post<Session>('/auth/login', { username, password });
  token = answer.body.access_token;
});
afterAll(() => api.stop());

const asFounder = () => api.anonymous.with({ authorization: `Bearer ${token}` });

describe('the demo team', () => {
  it('is eight people: an administrator, an auditor and members', async () => {
    const { body } = await asFounder().get<UserPage>('/users');
    expect(body.total).toBe(8);
    expect(body.users).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ username: 'ana', role: 'admin', is_invited: false }),
        expect.objectContaining({ username: 'ruth', role: 'auditor', is_invited: false }),
        expect.objectContaining({ username: 'maya', role: 'member', is_invited: false }),
      ]),
    );
  });

  it('has twelve projects and everything else it speaks of', async () => {
    const { body } = await asFounder().get<ProjectPage>('/projects?limit=100');
    expect(body.total).toBe(12);
    expect(new Set(body.projects.map(({ status }) => status))).toContain('archived');
  });

  it('has worked today, and somebody works still, in the middle of a Sunday night', async () => {
    api.clock.set(NOW);
    const today = await asFounder().get<TimeEntryPage>(
      '/time-entries?start_date=2026-06-14&end_date=2026-06-14',
    );
    expect(today.body.total).toBeGreaterThan(0);
    const running = await asFounder().get<{ timers: unknown[] }>('/timers');
    expect(running.body.timers.length).toBeGreaterThan(0);
    api.clock.set(null);
  });

  it('leaves real time going on, and nothing in the future', async () => {
    expect(Math.abs(api.clock.now().getTime() - Date.now())).toBeLessThan(60_000);
    const [late] = await api.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM activity WHERE created_at > $1 AND created_at < $2',
      [NOW, new Date(NOW.getTime() + 3 * DAY_MS)],
    );
    expect(late?.n).toBe(0);
  });

  it('stays as it is when it is asked for again', async () => {
    const before = await trailOf(api);
    const people = await seedDemo(api.app, WEEK);
    expect(people).toHaveLength(8);
    expect(await trailOf(api)).toEqual(before);
  });

  it('leaves the accounts of other people alone', async () => {
    const other = await SpecApi.start();
    try {
      await other.people.make('somebody', 'admin');
      await expect(seedDemo(other.app, WEEK)).rejects.toThrow('holds accounts');
      expect(await trailOf(other)).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it('leaves the same trail for the same seed and day', async () => {
    const other = await SpecApi.start();
    try {
      await seedDemo(other.app, WEEK);
      const [first, second] = [await trailOf(api), await trailOf(other)];
      // The sign-in of this spec is the only difference.
      expect(second).toEqual(first.filter(({ created_at: at }) => new Date(at) <= NOW));
    } finally {
      await other.stop();
    }
  });
});

async function trailOf(on: SpecApi): Promise<Pick<ActivityView, 'created_at' | 'description'>[]> {
  return on.sql(
    `SELECT to_json(created_at) AS created_at, user_id, action, entity_type, description, changes
     FROM activity ORDER BY id`,
  );
}

describe('the plan of ninety days', () => {
  it.each([
    '2026-01-03T09:00:00Z',
    '2026-03-29T00:59:00Z',
    '2026-06-10T12:00:00Z',
    '2026-09-06T22:15:00Z',
    '2026-12-26T16:40:00Z',
  ])('has about five thousand steps up to %s, in order and none later', (text) => {
    const now = new Date(text);
    const times = planDemo({ now, days: 90, seed: SEED }).map(({ at }) => at.getTime());
    expect(times.length).toBeGreaterThan(4_500);
    expect(times.length).toBeLessThan(5_500);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - (times[0] ?? 0)).toBeGreaterThan(87 * DAY_MS);
  });

  it('closes the oldest months, and puts something right in the last of them, with a reason', () => {
    const now = new Date('2026-06-10T12:00:00Z');
    const steps = planDemo({ now, days: 90, seed: SEED });
    const closing = steps.filter(({ path }) => path.startsWith('/periods/'));
    expect(closing.map(({ at, path }) => `${at.toISOString().slice(0, 10)} ${path}`)).toEqual([
      '2026-04-03 /periods/2026-03/close',
      '2026-05-04 /periods/2026-04/close',
      expect.stringMatching(/^2026-0[56]-\d\d \/periods\/2026-04\/open$/),
      expect.stringMatching(/^2026-0[56]-\d\d \/periods\/2026-04\/close$/),
    ]);
    const [, , opened, closed] = closing;
    const late = steps.filter(({ method, body }) => method === 'PATCH' && body?.['reason']);
    expect(late).toHaveLength(1);
    expect(late[0]?.at.getTime()).toBeGreaterThan(opened?.at.getTime() ?? 0);
    expect(late[0]?.at.getTime()).toBeLessThan(closed?.at.getTime() ?? 0);
  });

  it('is the same a week later, a week later, but for the invoices, which follow the months', () => {
    const planAt = (now: Date) =>
      planDemo({ now, days: 30, seed: SEED })
        .filter(({ path }) => !path.startsWith('/invoices'))
        .map(({ at, by, method, path }) => ({
          ago: now.getTime() - at.getTime(),
          by,
          method,
          path,
        }));
    const later = new Date(NOW.getTime() + 7 * DAY_MS);
    expect(planAt(later)).toEqual(planAt(NOW));
  });

  it('is another one with another seed', () => {
    const options = { now: NOW, days: 10 };
    expect(planDemo({ ...options, seed: 2 })).not.toEqual(planDemo({ ...options, seed: 3 }));
  });
});
