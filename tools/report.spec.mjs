import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { report } from './report.mjs';

const PASSED = {
  graph: true,
  format: true,
  lint: true,
  types: true,
  build: true,
  units: true,
  browser: true,
};
const jest = (more) => ({
  numPassedTests: 10,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...more,
});
const playwright = (stats, errors = []) => ({
  stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-report-'));
  write('tools', { passed: 3, failed: 0, cancelled: 0, skipped: 0, todo: 0 });
  write('web', jest());
  write('api', jest());
  write('web-e2e', playwright());
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name, content) =>
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
const lastLine = (checks = {}) =>
  report(folder, { ...PASSED, ...checks })
    .text.split('\n')
    .at(-1);

test('the last line counts the tests of every suite', () => {
  assert.equal(lastLine(), '28 passed, 0 failed');
});

test('failed tests, and files that could not be run, are failures', () => {
  write('api', jest({ numPassedTests: 8, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }));
  write('web-e2e', playwright({ expected: 4, unexpected: 1 }, [{ message: 'a broken fixture' }]));
  assert.equal(lastLine({ units: false, browser: false }), '25 passed, 5 failed');
});

test('a check that fails is a failure, although it counts no tests', () => {
  assert.equal(lastLine({ lint: false }), '28 passed, 1 failed');
  assert.equal(lastLine({ format: false, types: false }), '28 passed, 2 failed');
});

test('a suite that ran no test is a failure', () => {
  write('web', jest({ numPassedTests: 0, numPendingTests: 10 }));
  assert.equal(lastLine(), '18 passed, 1 failed');
});

test('a suite that did not run at all is a failure', () => {
  rmSync(join(folder, 'web-e2e.json'));
  assert.equal(lastLine({ build: false }), '23 passed, 2 failed');
});

test('a run that fails although all of its tests passed is a failure', () => {
  assert.equal(lastLine({ units: false }), '28 passed, 1 failed');
});
