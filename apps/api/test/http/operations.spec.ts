import type { OpenAPIObject } from '@nestjs/swagger';
import { type Person, SpecApi } from '../support';

let api: SpecApi;
let admin: Person;
let member: Person;

const TOKEN = 'a-scraper-of-metrics';

beforeAll(async () => {
  api = await SpecApi.start({ METRICS_TOKEN: TOKEN });
  ({ admin, member } = await api.people.team());
});
afterAll(() => api.stop());

describe('metrics', () => {
  const status = async (authorization?: string) =>
    (await api.anonymous.with(authorization ? { authorization } : {}).get('//metrics')).status;

  it('are for administrators and for a scraper with the token, and nobody else', async () => {
    expect(await status()).toBe(401);
    expect(await status(`Bearer ${TOKEN}x`)).toBe(401);
    expect(await status(`Bearer ${member.token}`)).toBe(403);
    expect(await status(`Bearer ${admin.token}`)).toBe(200);
    expect(await status(`Bearer ${TOKEN}`)).toBe(200);
  });

  it('count requests by route pattern, never by address', async () => {
    await api.as(admin).get('/projects/4711');
    const { text } = await api.anonymous
      .with({ authorization: `Bearer ${TOKEN}` })
      .get('//metrics');
    expect(text).toContain('route="/api/projects/:id",status="404"');
    expect(text).not.toContain('projects/4711');
    expect(text).toMatch(/tidemark_pool_connections \d/);
  });
});

describe('the API document', () => {
  it('describes every route with a summary, and every parameter with a type', async () => {
    const { body } = await api.anonymous.get<OpenAPIObject>('//api/docs/openapi.json');
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { summary?: string; parameters?: object[] }>).map(
        ([method, operation]) => ({ name: `${method} ${path}`, ...operation }),
      ),
    );
    expect(operations.length).toBeGreaterThan(45);
    expect(operations.filter(({ summary }) => !summary)).toEqual([]);
    const untyped = operations.flatMap(({ name, parameters = [] }) =>
      parameters.filter((parameter) => !('schema' in parameter)).map(() => name),
    );
    expect(untyped).toEqual([]);
  });

  it('puts every route under one of the subjects, all written alike', async () => {
    const { body } = await api.anonymous.get<OpenAPIObject>('//api/docs/openapi.json');
    const tags = Object.values(body.paths).flatMap((methods) =>
      Object.values(methods as Record<string, { tags?: string[] }>).map(({ tags }) => tags ?? []),
    );
    expect(
      tags.filter(([tag = 'X', ...more]) => more.length > 0 || tag !== tag.toLowerCase()),
    ).toEqual([]);
  });

  it('says what is a file: the one that an import takes, and those that are answered', async () => {
    const { body } = await api.anonymous.get<OpenAPIObject>('//api/docs/openapi.json');
    const typesOf = (content: object = {}) => Object.keys(content);
    const answered = (path: string) => {
      const [answer] = Object.values(body.paths[path]?.get?.responses ?? {});
      return typesOf((answer as { content?: object }).content);
    };
    expect(answered('/api/reports/time.csv')).toEqual(['text/csv']);
    expect(answered('/api/reports/entries.csv')).toEqual(['text/csv']);
    expect(answered('/api/invoices/{id}/pdf')).toEqual(['application/pdf']);
    expect(answered('/api/mailbox/{id}/attachment')).toEqual(['application/pdf']);
    const taken = body.paths['/api/time-entries/import']?.post?.requestBody;
    expect(typesOf((taken as { content?: object }).content)).toEqual(['text/csv']);
  });

  it('names the fields that a body must and may have', async () => {
    const { body } = await api.anonymous.get<OpenAPIObject>('//api/docs/openapi.json');
    expect(body.components?.schemas?.['SaveClientDto']).toMatchObject({
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1, maxLength: 255 } },
    });
  });

  it('can be read in a browser', async () => {
    const page = await api.anonymous.get('//api/docs');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
    expect(page.headers['content-security-policy']).not.toContain('trusted-types');
  });
});
