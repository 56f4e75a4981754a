// npm run bench: the built API beside bare node:http and pg, on generated trails. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { format } from 'prettier';
import { startPostgres } from '../tools/postgres.mjs';
import { generate } from './generate.mjs';
import { compare } from './measure.mjs';
import { report } from './report.mjs';
import { scenarios } from './scenarios.mjs';
import { ask, startApi, startBare, startRecorder, visitors } from './servers.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const [rounds, seconds, seed] = [options.rounds, options.seconds, options.seed].map(Number);
const now = new Date();

execFileSync(process.execPath, ['tools/build-api.mjs'], { stdio: 'pipe' });
const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
try {
  const sizes = await measure(options.rows.split(',').map(Number));
  const words = report(sizes, { now, options, server: await serverVersion() });
  const text = await format(words, { parser: 'markdown' });
  process.stdout.write(`\n${text}`);
  // A part of the scenarios is for looking at; the results in the repository are of all of them.
  if (!options.only) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** Every scenario on trails of so many rows. */
async function measure(lengths) {
  const trails = [];
  try {
    for (const rows of lengths) trails.push(await serve(rows));
    for (const scenario of scenarios(now).filter(({ name }) => name.includes(options.only))) {
      const pairs = [];
      for (const trail of trails) pairs.push(await pairOf(scenario, trail));
      const found = await compare(pairs, { rounds, seconds });
      found.forEach((result, index) => trails[index].results.push({ ...scenario, ...result }));
      say(`${scenario.name}: ${found.map(({ share }) => share.median.toFixed(2)).join(', ')}`);
    }
  } finally {
    for (const { recorder, api, bare } of trails) {
      await Promise.all([recorder.stop(), api.stop(), bare.stop()]);
    }
  }
  return trails.map(({ rows, results }) => ({ rows, results }));
}

/** Makes a trail and starts the servers that answer from it. */
async function serve(rows) {
  const { url, migrationUrl } = await postgres.createDatabase(`bench_${rows}`);
  const database = { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl };
  const environment = { ...database, DATA_DIR: folder, PORT: '0' };
  const recorder = await startRecorder(environment);
  say(`Making ${rows} rows …`);
  await generate(asSuperuser(url), { rows, now, seed });
  const [api, bare] = await Promise.all([startApi(environment), startBare(environment)]);
  return { rows, recorder, api, bare, headersOf: visitors(api.url), results: [] };
}

/** Learns from the recorder which statements the scenario runs; then both servers can answer it. */
async function pairOf({ viewer, prepare, ...scenario }, { recorder, api, bare, headersOf }) {
  const signedIn = await headersOf(viewer);
  const asViewer = (path, headers) =>
    ask(`${recorder.url}/api${path}`, { headers: { ...signedIn, ...headers } });
  const prepared = { status: 200, ...scenario, ...(await prepare?.(asViewer)) };
  const { path, status, headers = {} } = prepared;
  const statements = await recorder.record(() => asViewer(path, headers));
  await bare.answerBy({ statements, status });
  return {
    api: { url: `${api.url}/api`, path, headers: { ...signedIn, ...headers }, status },
    bare: { url: bare.url, path: '/', status },
  };
}

/** The same database, as the role that may pass the triggers. */
function asSuperuser(url) {
  return Object.assign(new URL(postgres.adminUrl), { pathname: new URL(url).pathname }).href;
}

async function serverVersion() {
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  await client.connect();
  const { rows } = await client.query('SHOW server_version');
  await client.end();
  return rows[0].server_version;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
