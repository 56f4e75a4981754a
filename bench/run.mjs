// npm run bench: the built API beside bare node:http and pg, on generated trails. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
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
  const sizes = [];
  for (const rows of options.rows.split(',').map(Number)) sizes.push(await measure(rows));
  const text = report(sizes, { now, options, server: await serverVersion() });
  process.stdout.write(`\n${text}`);
  // A part of the scenarios is for looking at; the results in the repository are of all of them.
  if (!options.only) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** Every scenario on a trail of so many rows. */
async function measure(rows) {
  const { url, migrationUrl } = await postgres.createDatabase(`bench_${rows}`);
  const database = { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl };
  const environment = { ...database, DATA_DIR: folder, PORT: '0' };
  const recorder = await startRecorder(environment);
  say(`Making ${rows} rows …`);
  await generate(asSuperuser(url), { rows, now, seed });
  const [api, bare] = await Promise.all([startApi(environment), startBare(environment)]);
  const headersOf = visitors(api.url);
  const results = [];
  try {
    for (const scenario of scenarios(now).filter(({ name }) => name.includes(options.only))) {
      const result = await measureOne(scenario, { recorder, api, bare, headersOf });
      results.push({ name: scenario.name, ...result });
      say(`${rows} rows, ${scenario.name}: ${Math.round(result.share.median * 100)} % of bare`);
    }
  } finally {
    await Promise.all([recorder, api, bare].map((server) => server.stop()));
  }
  return { rows, results };
}

/** Learns from the recorder which statements the scenario runs; then both servers answer it. */
async function measureOne({ viewer, prepare, ...scenario }, { recorder, api, bare, headersOf }) {
  const signedIn = await headersOf(viewer);
  const asViewer = (path, headers) =>
    ask(`${recorder.url}/api${path}`, { headers: { ...signedIn, ...headers } });
  const prepared = { status: 200, ...scenario, ...(await prepare?.(asViewer)) };
  const { path, status, headers = {} } = prepared;
  const statements = await recorder.record(() => asViewer(path, headers));
  await bare.answerBy({ statements, status });
  return compare(
    {
      api: { url: `${api.url}/api`, path, headers: { ...signedIn, ...headers }, status },
      bare: { url: bare.url, path: '/', status },
    },
    { rounds, seconds },
  );
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
