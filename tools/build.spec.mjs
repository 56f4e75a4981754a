import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { sourcesStamp } from './build.mjs';

const root = mkdtempSync(join(tmpdir(), 'tidemark-build-'));
after(() => rmSync(root, { recursive: true }));

function write(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

write('apps/api/src/main.ts', 'one');
write('libs/web/ui/src/index.ts', 'two');

for (const file of ['apps/api/src/main.ts', 'libs/web/ui/src/new.html', 'package-lock.json'])
  test(`${file} makes the build stale`, () => {
    const before = sourcesStamp(root);
    write(file, 'changed');
    assert.notEqual(sourcesStamp(root), before);
  });

for (const file of ['libs/web/ui/src/index.spec.ts', 'apps/api/test/new.ts', 'README.md'])
  test(`${file} does not`, () => {
    const before = sourcesStamp(root);
    write(file, 'changed');
    assert.equal(sourcesStamp(root), before);
  });

test('a file that was only touched does not', () => {
  const before = sourcesStamp(root);
  utimesSync(join(root, 'apps/api/src/main.ts'), 1, 1);
  assert.equal(sourcesStamp(root), before);
});

test('a renamed file does', () => {
  const before = sourcesStamp(root);
  rmSync(join(root, 'libs/web/ui/src/index.ts'));
  write('libs/web/ui/src/other.ts', 'two');
  assert.notEqual(sourcesStamp(root), before);
});
