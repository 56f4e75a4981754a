import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lockGaps } from './lock-gaps.mjs';

test('npm ci finds everything that the lock file names', () => {
  assert.deepEqual(lockGaps(JSON.parse(readFileSync('package-lock.json', 'utf8'))), []);
});

test('a program that is missing for one platform is named', () => {
  const packages = {
    '': { dependencies: { tool: '1.0.0' } },
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } },
    'node_modules/tool-linux': {},
  };
  assert.deepEqual(lockGaps({ packages }), ['node_modules/tool needs tool-mac@1.0.0']);
});

test('a package nested in another one, or beside one above, is found', () => {
  const packages = {
    '': { dependencies: { outer: '1' } },
    'node_modules/outer': { dependencies: { inner: '1' } },
    'node_modules/outer/node_modules/inner': { dependencies: { shared: '1' } },
    'node_modules/shared': {},
  };
  assert.deepEqual(lockGaps({ packages }), []);
});
