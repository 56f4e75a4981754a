import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settings } from './settings.mjs';

const DATABASE_URL = 'postgres://somewhere/production';

test('a database that is named is used, and none is embedded', () => {
  assert.equal(settings([], { DATABASE_URL }).embedded, false);
  assert.equal(settings([], {}).embedded, true);
});

for (const option of ['--demo', '--temporary'])
  test(`${option} never touches the database that is named`, () => {
    assert.equal(settings([option], { DATABASE_URL }).embedded, true);
  });

test('the demo has data of its own', () => {
  const [demo, own] = [settings(['--demo'], {}), settings([], {})];
  assert.notEqual(demo.dataDir, own.dataDir);
});

test('the name of the machine in HOST is not taken for an address', () => {
  assert.equal(settings([], { HOST: 'x86_64-conda-linux-gnu' }).host, '127.0.0.1');
  assert.equal(settings([], { HOST: '0.0.0.0' }).host, '0.0.0.0');
  assert.equal(settings([], { HOST: '::1' }).host, '::1');
});

test('the port is 4000 unless PORT says another', () => {
  assert.equal(settings([], {}).port, 4000);
  assert.equal(settings([], { PORT: '8080' }).port, 8080);
});
