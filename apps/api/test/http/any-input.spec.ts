import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_CODES, type Problem } from '@tidemark/contracts';
import { MATRIX, OPEN_ROUTES, pathOf, type Row, titleOf } from '../access/requests';
import { Cast, type World } from '../access/world';
import { apiDocument } from '../../src/server/openapi';
import { type Answer, type Requests, SpecApi } from '../support';

let api: SpecApi;
let cast: Cast;
let document: OpenAPIObject;

beforeAll(async () => {
  api = await SpecApi.start();
  cast = await Cast.of(api);
  document = apiDocument(api.app);
});
afterAll(() => api.stop());

const ODD: unknown[] = [
  ...[null, true, 0, -1, 1.5, 2_147_483_648, 2 ** 53, 1e308],
  ...['', ' ', '0', '-1', '1e309', '9'.repeat(400), 'x'.repeat(20_000), 'infinity', '2026-02-30'],
  ...['\u0000', '\ud800', '\u202egpj.exe', '\ufdd0', '%00', '../..', `' OR 1=1--`, '{{7*7}}'],
  ...[[], [null], [[[]]], {}, { toString: 1 }, { a: { b: [] } }],
];

/** As they stand in an address: what decodes to nothing sensible, too. */
const ODD_TEXTS = [
  ...['', '0', '-1', '1.5', '1e9', '2147483648', '9'.repeat(400), 'x'.repeat(5_000), 'infinity'],
  ...['%00', '%20', '%ff', '%ED%A0%80', '%E2%80%AE', '%', '%2e%2e%2f', '..;', '%D9%A1', "'--"],
];

const WITH_ID = MATRIX.filter(({ route }) => route.includes('{'));
const WITH_BODY = MATRIX.filter(({ body, method }) => body && method !== 'GET');
const titled = (rows: Row[]) => rows.map((row) => [titleOf(row), row] as const);

describe('any id in an address', () => {
  it.each(titled(WITH_ID))('is answered by %s', async (_title, { method, route, body }) => {
    const world = await cast.world();
    for (const odd of ODD_TEXTS) {
      const path = route.replaceAll(/\{\w+\}/g, odd);
      await expectAnswer(admin().send<Problem>(method, path, body?.(world)), [400, 404, 414]);
    }
  });
});

describe('any value in any field of a body', () => {
  it.each(titled(WITH_BODY))('is answered by %s', async (_title, row) => {
    let world = await cast.world();
    for (const body of oddBodies(row, world)) {
      const answer = await expectAnswer(send(row, world, body));
      // It was odd and yet usable: what it was sent to may be another thing now.
      if (answer.status < 400) world = await cast.world();
    }
  });

  it.each(OPEN_ROUTES.filter((route) => route.startsWith('POST')))(
    'is answered by %s, who knows nobody',
    async (route) => {
      const path = route.replace('POST ', '');
      const fields = fieldsOf(path, 'post');
      for (const body of fields.flatMap((field) => ODD.map((odd) => ({ [field]: odd })))) {
        await expectAnswer(api.anonymous.post<Problem>(path, body));
      }
    },
  );
});

describe('any value of any parameter', () => {
  const READING = MATRIX.filter(({ method, about }) => method === 'GET' && !about);

  it.each(titled(READING))('is answered by %s', async (_title, row) => {
    const [path = ''] = pathOf(row, await cast.world()).split('?');
    const known = parametersOf(row);
    for (const name of [...known, 'foo', '__proto__', 'limit[gt]']) {
      // A route that knows no parameter refuses each, whatever it holds.
      for (const odd of known.length > 0 ? ODD_TEXTS : ['', '%00']) {
        await expectAnswer(admin().get<Problem>(`${path}?${name}=${odd}`));
      }
      const twice = await expectAnswer(admin().get<Problem>(`${path}?${name}=1&${name}=2`));
      expect([twice.status, name]).toEqual([400, name]);
    }
  });
});

it('has hurt nobody', async () => {
  expect((await api.anonymous.get('//health/live')).status).toBe(200);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

const admin = (): Requests => api.as(cast.people.admin);
/** What another person keeps for oneself is changed by that person: nobody else gets as far. */
const send = (row: Row, world: World, body: unknown) =>
  (row.about?.includes('another person') ? api.as(world.colleague) : admin()).send<Problem>(
    row.method,
    pathOf(row, world),
    body,
  );

/** The body that is usable, with each field in turn being odd; and with fields that nobody knows. */
function oddBodies(row: Row, world: World): unknown[] {
  const usable = row.body?.(world) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(usable), ...fieldsOf(row.route, row.method)])];
  const odd = fields.flatMap((field) => ODD.map((value) => ({ ...usable, [field]: value })));
  const nested = Object.entries(usable).flatMap(([field, value]) =>
    Array.isArray(value) ? oddItems(value[0]).map((item) => ({ ...usable, [field]: [item] })) : [],
  );
  return [...odd, ...nested, { ...usable, nobody_knows: 1 }, { ...usable, id: 1 }];
}

function oddItems(item: unknown): unknown[] {
  if (typeof item !== 'object' || item === null) return ODD;
  return Object.keys(item).flatMap((field) => ODD.map((value) => ({ ...item, [field]: value })));
}

/** The fields of a route's body that the document tells of. */
function fieldsOf(route: string, method: string): string[] {
  const schema = operation(route, method)?.requestBody;
  const content = schema && 'content' in schema ? schema.content['application/json']?.schema : null;
  const name = content && '$ref' in content ? content.$ref.split('/').at(-1) : undefined;
  const found = name === undefined ? undefined : document.components?.schemas?.[name];
  return found && 'properties' in found ? Object.keys(found.properties ?? {}) : [];
}

function parametersOf({ route, method }: Row): string[] {
  const parameters = operation(route, method)?.parameters ?? [];
  return parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one.name] : []));
}

function operation(route: string, method: string) {
  const methods = document.paths[`/api${route}`];
  return methods?.[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'];
}

/** Whatever it is, it is no failure of the server, and nothing internal is said. */
async function expectAnswer(
  asked: Promise<Answer<Problem>>,
  expected?: number[],
): Promise<Answer<Problem>> {
  const answer = await asked;
  const { status, body, text } = answer;
  const said = { status, text: text.slice(0, 300) };
  if (expected)
    expect({ ...said, isExpected: expected.includes(status) }).toMatchObject({ isExpected: true });
  if (status < 400) return answer;
  expect({ ...said, isMistake: status < 500 }).toMatchObject({ isMistake: true });
  expect(PROBLEM_CODES.map((code) => `/problems/${code}`)).toContain(body.type);
  expect(text).not.toMatch(/SELECT |INSERT |constraint|node_modules|at \w+ \(|\.ts:/);
  return answer;
}
