import type { ActivityStats } from '@tidemark/contracts';
import { type Person, SpecApi, type TrailRow, writeTrail } from '../support';

let api: SpecApi;
let admin: Person;
let member: Person;
let projectId: number;

const NOW = new Date('2026-03-30T10:00:00Z');

beforeAll(async () => {
  api = await SpecApi.start();
  ({ admin, member } = await api.people.team());
  projectId = (await api.people.project('Apollo', [[member, 'member']])).id;
  // The people signed in today; what follows looks at a week in March.
  api.clock.set(NOW);
  const row = (own: Partial<TrailRow>): TrailRow => ({
    at: NOW,
    userId: admin.id,
    projectId: null,
    action: 'created',
    entityType: 'project',
    ...own,
  });
  await writeTrail(api, [
    row({}),
    row({ projectId, entityType: 'task', action: 'completed' }),
    row({ projectId, entityType: 'task', userId: member.id }),
    // 22:30 UTC on the 28th is 23:30 in Berlin; an hour later the clocks go forward and it is the 29th.
    row({ at: new Date('2026-03-28T22:30:00Z'), userId: member.id }),
    row({ at: new Date('2026-03-28T23:30:00Z'), userId: member.id }),
    row({ at: new Date('2026-03-23T22:59:59Z') }),
    row({ at: new Date('2026-03-23T23:00:00Z') }),
  ]);
});
afterAll(() => api.stop());

const stats = async (person: Person, query = '') =>
  (await api.as(person).get<ActivityStats>(`/activities/stats${query}`)).body;

it('counts by type, action, person and day, in the viewer’s zone', async () => {
  expect(await stats(admin)).toEqual({
    total_activities: 6,
    entity_counts: { project: 4, task: 2 },
    action_counts: { created: 5, completed: 1 },
    user_activity: [
      { username: 'admin', display_name: admin.displayName, count: 3 },
      { username: 'member', display_name: member.displayName, count: 3 },
    ],
    period_days: 7,
    daily_counts: [
      { date: '2026-03-24', count: 1 },
      { date: '2026-03-25', count: 0 },
      { date: '2026-03-26', count: 0 },
      { date: '2026-03-27', count: 0 },
      { date: '2026-03-28', count: 1 },
      { date: '2026-03-29', count: 1 },
      { date: '2026-03-30', count: 3 },
    ],
  });
});

it('counts for members what they see, and names nobody but themselves', async () => {
  const own = await stats(member);
  expect(own.total_activities).toBe(4);
  expect(own.user_activity).toEqual([
    { username: 'member', display_name: member.displayName, count: 3 },
  ]);
});

it.each([
  [1, 3],
  [8, 7],
  [366, 7],
])('looks %i days back', async (days, total) => {
  const answer = await stats(admin, `?days=${days}`);
  expect(answer.total_activities).toBe(total);
  expect(answer.daily_counts).toHaveLength(days);
});

it.each(['0', '-7', '367', '1e9', '7.5', 'week', ''])('refuses days=%s', async (days) => {
  const { status, body } = await api.as(admin).get(`/activities/stats?days=${days}`);
  expect([status, body.detail]).toEqual([400, 'days must be a whole number from 1 to 366']);
});

it('refuses parameters it does not know', async () => {
  expect((await api.as(admin).get('/activities/stats?weeks=2')).status).toBe(400);
});
