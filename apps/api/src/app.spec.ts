import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type RunningPostgres, startPostgres } from '@tidemark/api/platform/embedded-postgres';
import { createApp } from './create-app';

let postgres: RunningPostgres;
let app: NestFastifyApplication;

beforeAll(async () => {
  postgres = await startPostgres();
  app = await createApp(postgres.url);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 60_000);

afterAll(async () => {
  await app?.close();
  await postgres?.stop();
});

it('injects a service of a lib', async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/hello' });
  expect(answer.json()).toEqual({ message: 'Hello, Tidemark', notes: 0 });
});

it('guards with passport-jwt on Fastify', async () => {
  expect((await app.inject({ method: 'GET', url: '/api/me' })).statusCode).toBe(401);
  const { token } = (await app.inject({ method: 'POST', url: '/api/token' })).json<{
    token: string;
  }>();
  const me = await app.inject({
    method: 'GET',
    url: '/api/me',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(me.json()).toEqual({ name: 'ada' });
});

it('refuses what the DTO does not know', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/notes',
    payload: { title: 'x', admin: true },
  });
  expect(answer.statusCode).toBe(400);
});

it('rolls back with the ambient transaction', async () => {
  expect(
    (await app.inject({ method: 'POST', url: '/api/notes', payload: { title: 'taken' } }))
      .statusCode,
  ).toBe(409);
  expect((await app.inject({ method: 'GET', url: '/api/hello' })).json()).toMatchObject({
    notes: 0,
  });
  expect(
    (await app.inject({ method: 'POST', url: '/api/notes', payload: { title: 'free' } }))
      .statusCode,
  ).toBe(201);
  expect((await app.inject({ method: 'GET', url: '/api/hello' })).json()).toMatchObject({
    notes: 1,
  });
});

it('speaks server-sent events on Fastify', async () => {
  await app.listen(0, '127.0.0.1');
  const stop = new AbortController();
  const answer = await fetch(`${await app.getUrl()}/api/ticks`, { signal: stop.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let seen = '';
  for await (const chunk of answer.body ?? []) {
    seen += new TextDecoder().decode(chunk);
    if (seen.includes('"tick":2')) break;
  }
  stop.abort();
  expect(seen).toMatch(/id: ?0\ndata: ?\{"tick":0\}\n\n/);
});
