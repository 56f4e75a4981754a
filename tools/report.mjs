// Counts what the test runners wrote down and makes the summary that `npm test` ends with.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Suites by the name of their result file: what they are called, and who wrote the file. */
const SUITES = {
  tools: { title: 'Tools (node:test)', count: fromNode },
  web: { title: 'Web units (Jest)', count: fromJest },
  api: { title: 'API on PostgreSQL (Jest)', count: fromJest },
  'web-e2e': { title: 'Browser (Playwright)', count: fromPlaywright },
};
const CHECKS = {
  graph: 'Project graph',
  format: 'Format',
  lint: 'Lint',
  types: 'Types',
  build: 'Build',
};
/** Runs of suites: one that fails although its suites counted no failure is a failure, too. */
const RUNS = { units: ['tools', 'web', 'api'], browser: ['web-e2e'] };

/**
 * @param folder of the result files
 * @param checks what passed (true) or failed (false), by name
 * @returns the summary with the line "N passed, N failed" last, and how many failed
 */
export function report(folder, checks) {
  const suites = Object.entries(SUITES).map(([name, suite]) => ({
    name,
    title: suite.title,
    ...counted(join(folder, `${name}.json`), suite.count),
  }));
  for (const [run, names] of Object.entries(RUNS)) {
    const parts = suites.filter(({ name }) => names.includes(name));
    if (checks[run] === false && parts.every(({ failed }) => failed === 0)) {
      parts[0].failed = 1;
      parts[0].note = 'the run failed; see above';
    }
  }
  const failedChecks = Object.keys(CHECKS).filter((name) => checks[name] === false);
  const passed = sum(suites, 'passed');
  const failed = sum(suites, 'failed') + failedChecks.length;
  const lines = [
    ...Object.keys(CHECKS).map((name) => line(CHECKS[name], checks[name] ? 'passed' : 'FAILED')),
    ...suites.map((suite) => line(suite.title, words(suite))),
    '',
    `${passed} passed, ${failed} failed`,
  ];
  return { text: `\nSummary\n───────\n${lines.join('\n')}`, passed, failed };
}

/** A suite that ran no test proves nothing, so it counts as a failure. */
function counted(file, count) {
  if (!existsSync(file))
    return { passed: 0, failed: 1, skipped: 0, note: 'did not run; see above' };
  const result = count(JSON.parse(readFileSync(file, 'utf8')));
  if (result.passed + result.failed > 0) return result;
  return { ...result, failed: 1, note: 'executed no test' };
}

/** A file that could not be run has no tests in the counts. */
function fromJest(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** A test that passed at its second try has passed; errors outside of tests have not. */
function fromPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    note: stats.flaky ? `${stats.flaky} only at a second try` : undefined,
  };
}

function fromNode({ passed, failed, cancelled, skipped, todo }) {
  return { passed, failed: failed + cancelled, skipped: skipped + todo };
}

function words({ passed, failed, skipped, note }) {
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped) parts.push(`${skipped} skipped`);
  return parts.join(', ') + (note ? ` (${note})` : '');
}

const line = (title, text) => `${title.padEnd(28)}${text}`;
const sum = (suites, field) => suites.reduce((total, suite) => total + suite[field], 0);
