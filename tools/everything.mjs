// The order of `npm test`, and its report.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatIsStale } from './build.mjs';
import { freePort } from './port.mjs';
import { report } from './report.mjs';
import { ROOT, runProgram } from './workspace.mjs';

const RESULTS = join(ROOT, 'dist/test-results');
const CACHE = join(ROOT, 'node_modules/.cache');
const E2E_PORT = 4310;

/** @returns the exit code: 0 only when every check and every test passed */
export async function runEverything() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const checks = {};
  // Lint skips the module boundaries, with no more than a word, as long as nobody has made the graph of projects.
  checks.graph = await quiet('Project graph', 'nx/dist/bin/nx.js', ['show', 'projects']);
  await Promise.all([staticChecks(checks), types(checks)]);
  heading('Unit tests, and the API on PostgreSQL');
  checks.units = await nx('test');
  heading('The product in a browser');
  checks.build = await build();
  if (checks.build) checks.browser = await browser();
  const { text, failed } = report(RESULTS, checks);
  console.log(text);
  return failed > 0 ? 1 : 0;
}

async function staticChecks(checks) {
  checks.format = await quiet('Format', 'prettier/bin/prettier.cjs', [
    ...['--check', '.', '--log-level=warn', '--cache'],
    `--cache-location=${CACHE}/prettier/cache`,
  ]);
  checks.lint = await quiet('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']);
}

async function types(checks) {
  checks.types = await quiet('Types', 'nx/dist/bin/nx.js', [
    ...['run-many', '-t', 'typecheck', '--parallel=1', '--output-style=static'],
  ]);
}

/** Checks run side by side, so each says at once what it has to say, and nothing when all is well. */
async function quiet(name, program, words) {
  const run = runProgram(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [run.child.stdout, run.child.stderr])
    stream.on('data', (chunk) => said.push(chunk));
  const passed = (await run) === 0;
  console.log(`${passed ? '✔' : '✖'} ${name}${passed ? '' : `\n${Buffer.concat(said)}`}`);
  return passed;
}

async function nx(target, environment = {}) {
  const words = ['run-many', '-t', target, '--parallel=2', '--output-style=static'];
  const env = { ...process.env, ...environment };
  return (await runProgram('nx/dist/bin/nx.js', words, { env })) === 0;
}

async function build() {
  try {
    await buildWhatIsStale();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

async function browser() {
  return nx('e2e', { E2E_PORT: String(await freePort(E2E_PORT)) });
}

function heading(text) {
  console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}
