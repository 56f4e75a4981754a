import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lockHolder, takeLock, withLock } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tidemark-lock-'));
after(() => rmSync(folder, { recursive: true }));

const MODULE = new URL('lock.mjs', import.meta.url).href;

/** Another process that takes the lock, says whether it got it, and stays. */
async function contender(file) {
  const code = `import { takeLock } from '${MODULE}';
    console.log(Boolean(takeLock('${file}', { url: 'http://there' })));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  const [said] = await once(child.stdout, 'data');
  return { child, got: String(said).trim() === 'true' };
}

test('a second one is refused and learns who holds the lock', async () => {
  const file = join(folder, 'second');
  const { child, got } = await contender(file);
  assert.ok(got);
  assert.equal(takeLock(file), undefined);
  assert.deepEqual([lockHolder(file).pid, lockHolder(file).url], [child.pid, 'http://there']);
  child.kill();
  await once(child, 'exit');
});

test('the lock of one who was killed is free', async () => {
  const file = join(folder, 'killed');
  const { child } = await contender(file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(existsSync(file), 'a killed process leaves its lock behind');
  assert.equal(lockHolder(file), undefined);
  assert.ok(takeLock(file));
});

test('a process that only got the number of a dead holder does not hold its lock', () => {
  const file = join(folder, 'number');
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'long ago' }));
  assert.ok(takeLock(file));
});

test('of many at once exactly one gets a lock that a dead one left', async () => {
  const file = join(folder, 'many');
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, born: '1' }));
  const contenders = await Promise.all(Array.from({ length: 8 }, () => contender(file)));
  assert.equal(contenders.filter(({ got }) => got).length, 1);
  for (const { child } of contenders) child.kill('SIGKILL');
});

test('the holder can say more, and nobody else reads it', () => {
  const file = join(folder, 'more');
  const lock = takeLock(file);
  lock.update({ url: 'http://here' });
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).url, 'http://here');
  lock.release();
  assert.ok(!existsSync(file));
});

test('work under a lock waits for its turn', async () => {
  const file = join(folder, 'turns');
  const lock = takeLock(file);
  const order = [];
  const waiting = withLock(file, 'waiting', () => order.push('second'));
  order.push('first');
  lock.release();
  await waiting;
  assert.deepEqual(order, ['first', 'second']);
});
