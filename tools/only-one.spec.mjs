import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { onlyOne, runningProduct } from './only-one.mjs';
import { ROOT } from './workspace.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-only-one-'));
after(() => rmSync(dataDir, { recursive: true }));

test('a second npm start says where the first one runs, ends with 1 and does no harm', async () => {
  const lock = await onlyOne(dataDir);
  lock.update({ url: 'http://127.0.0.1:4007' });

  const second = spawnSync(process.execPath, ['tools/start.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir },
  });

  assert.equal(second.status, 1);
  assert.match(second.stderr, /already runs/);
  assert.match(second.stderr, /http:\/\/127\.0\.0\.1:4007/);
  assert.match(second.stderr, new RegExp(`pid ${process.pid}`));
  assert.equal(runningProduct(dataDir).url, 'http://127.0.0.1:4007');
});
