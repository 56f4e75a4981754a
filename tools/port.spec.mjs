import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from './port.mjs';

async function listening(host) {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  return { port: server.address().port, [Symbol.asyncDispose]: () => server.close() };
}

test('a free port is taken as it is', async () => {
  const { port } = await listening('127.0.0.1').then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server;
  });
  assert.equal(await freePort(port), port);
});

test('a port that somebody listens on is passed over', async () => {
  await using server = await listening('127.0.0.1');
  assert.ok((await freePort(server.port)) > server.port);
});

test('somebody who listens on every address has the port, too', async () => {
  await using server = await listening('0.0.0.0');
  assert.notEqual(await freePort(server.port), server.port);
});

test('an address that this machine does not have is named', async () => {
  await assert.rejects(freePort(4000, '192.0.2.1'), /Cannot listen on 192\.0\.2\.1/);
});
