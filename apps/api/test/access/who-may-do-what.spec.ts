import { apiDocument } from '../../src/server/openapi';
import type { Problem } from '@tidemark/contracts';
import { SpecApi } from '../support';
import { MATRIX, OPEN_ROUTES, pathOf, type Row, titleOf } from './requests';
import { Cast, ROLES } from './world';

let api: SpecApi;
let cast: Cast;

beforeAll(async () => {
  api = await SpecApi.start();
  cast = await Cast.of(api);
});
afterAll(() => api.stop());

it('has a row for every route', () => {
  const routes = Object.entries(apiDocument(api.app).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
  );
  const rows = new Set(MATRIX.map(({ method, route }) => `${method} ${route}`));
  expect(routes.filter((route) => !OPEN_ROUTES.includes(route)).sort()).toEqual([...rows].sort());
});

describe.each(MATRIX.map((row) => [titleOf(row), row] as const))('%s', (_title, row) => {
  it.each(ROLES.map((role, at) => [role, row.statuses[at] ?? 0] as const))(
    'answers %s with %i; what changes is in the trail, and refusals change nothing',
    async (role, status) => {
      const world = await cast.world();
      const before = await state();
      const answer = await api
        .as(cast.people[role])
        .send<Problem>(row.method, pathOf(row, world), row.body?.(world));
      expect({ status: answer.status, text: answer.text.slice(0, 200) }).toEqual({
        status,
        text: expect.any(String),
      });
      const after = await state();
      if (status >= 400) expect(after).toEqual(before);
      // The theme of one's own screen is nobody's business.
      else if (row.route !== '/me') expect(isTold(after, before)).toBe(hasChanged(after, before));
    },
  );

  it('answers nobody and the deactivated with 401', async () => {
    await expectUnauthenticated(row);
  });
});

async function expectUnauthenticated(row: Row): Promise<void> {
  const world = await cast.world();
  const before = await state();
  for (const requests of [api.anonymous, api.as(cast.deactivated)]) {
    const answer = await requests.send<Problem>(row.method, pathOf(row, world), row.body?.(world));
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="tidemark"',
    ]);
  }
  expect(await state()).toEqual(before);
}

const isTold = (after: State, before: State) => after.trail > before.trail;
const hasChanged = (after: State, before: State) =>
  JSON.stringify({ ...after, trail: 0 }) !== JSON.stringify({ ...before, trail: 0 });

interface State {
  /** How many activities there are. */
  trail: number;
  [table: string]: unknown;
}

/** Everything a request could have changed; refused ones must leave it as it was. */
async function state(): Promise<State> {
  const [row] = await api.sql<State>(`SELECT
    (SELECT count(*)::int FROM activity) AS trail,
    (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM project_favorite t) AS favorites,
    (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM invitation t) AS invitations,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM project t) AS projects,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM project_member t) AS members,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM task t) AS tasks,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM time_entry t) AS entries,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM client t) AS clients,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM comment t) AS comments,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM time_entry_template t) AS templates,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM saved_filter t) AS filters,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM invoice t) AS invoices,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM invoice_line t) AS lines,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM invoice_payment t) AS payments,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM setting t) AS settings,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM closed_period t) AS closed_periods,
    (SELECT count(*) FROM mail_message) AS mails,
    (SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM "user" t) AS people`);
  if (!row) throw new Error('No state');
  return row;
}
