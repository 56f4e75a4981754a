import type { PageInfo } from '@tidemark/contracts';
import { Client } from 'pg';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => {
  team = await WorkTeam.start();
  const { lead, member } = team.people;
  for (let n = 1; n <= 50; n++) {
    const project = await team.api.people.project(`Project ${n}`, [
      [lead, 'lead'],
      [member, 'member'],
    ]);
    const body = { project_id: project.id };
    await team.as('member').post('/tasks', { ...body, name: `Task ${n}`, assigned_to: lead.id });
    await team.as('member').post('/time-entries', {
      ...body,
      started_at: '2026-01-15T09:00:00Z',
      ended_at: '2026-01-15T10:00:00Z',
    });
  }
});
afterAll(() => team.stop());
afterEach(() => jest.restoreAllMocks());

const LISTS = ['/projects', '/tasks', '/time-entries?user_id=all', '/clients'];

/** The statements that one request sends to the database. */
async function statementsOf(path: string): Promise<number> {
  const query = jest.spyOn(Client.prototype, 'query');
  const { status } = await team.as('lead').get(path);
  expect(status).toBe(200);
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
}

it.each(LISTS)('asks the database as often for fifty rows of %s as for one', async (path) => {
  const limited = `${path}${path.includes('?') ? '&' : '?'}limit=`;
  const one = await statementsOf(`${limited}1`);
  const fifty = await statementsOf(`${limited}50`);
  expect(fifty).toBe(one);
  expect(fifty).toBeLessThanOrEqual(4);
});

it.each([
  ['/projects?sort=-tracked_hours', 'projects'],
  ['/tasks?sort=status', 'tasks'],
  ['/time-entries?user_id=all&sort=duration', 'time_entries'],
])('pages through %s without a gap, though all sort alike', async (path, key) => {
  const seen: number[] = [];
  let total = 0;
  for (let page = 1, more = true; more; page++) {
    const { body } = await team
      .as('lead')
      .get<PageInfo & Record<string, { id: number }[]>>(`${path}&limit=7&page=${page}`);
    seen.push(...(body[key] ?? []).map(({ id }) => id));
    total = body.total;
    more = body.has_next;
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  expect(total).toBeGreaterThanOrEqual(50);
});
