import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { install, isInstalled, isRecorded, wantedStamp } from './install.mjs';

const TOOL = { version: '1.0.0', integrity: 'sha512-tool' };
const OTHER_PLATFORM = { version: '1.0.0', integrity: 'sha512-other', optional: true };
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-install-'));
  mkdirSync(join(root, 'node_modules'));
  write('package.json', { dependencies: { tool: '1.0.0' }, scripts: { start: 'a' } });
  write(
    'package-lock.json',
    lock({ 'node_modules/tool': TOOL, 'node_modules/win': OTHER_PLATFORM }),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file, content) => writeFileSync(join(root, file), JSON.stringify(content));
const lock = (packages) => ({ packages: { '': {}, ...packages } });
const record = (packages) => write('node_modules/.package-lock.json', { packages });

test('packages that npm recorded count as installed, without those of other platforms', async () => {
  record({ 'node_modules/tool': TOOL });
  assert.ok(isRecorded(root));
  await install(root);
  assert.ok(isInstalled(root));
});

for (const [what, packages] of Object.entries({
  'a missing package': {},
  'another version': { 'node_modules/tool': { ...TOOL, integrity: 'sha512-older' } },
  'a package too many': { 'node_modules/tool': TOOL, 'node_modules/more': TOOL },
}))
  test(`${what} means an installation`, () => {
    record(packages);
    assert.ok(!isRecorded(root));
  });

test('nothing is installed in a fresh clone', () => {
  assert.ok(!isInstalled(root));
  assert.ok(!isRecorded(root));
});

test('another lock file or dependency wants an installation, another script does not', () => {
  const before = wantedStamp(root);
  write('package.json', { dependencies: { tool: '1.0.0' }, scripts: { start: 'b' } });
  assert.equal(wantedStamp(root), before);
  write('package.json', { dependencies: { tool: '1.1.0' } });
  assert.notEqual(wantedStamp(root), before);
  write('package.json', { dependencies: { tool: '1.0.0' } });
  write('package-lock.json', lock({ 'node_modules/tool': { ...TOOL, version: '1.0.1' } }));
  assert.notEqual(wantedStamp(root), before);
});
