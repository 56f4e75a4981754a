// Runs on the Node that the machine has (20 or newer) and uses no packages: installs what the lock says, then hands over to Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const STAMP = join(ROOT, 'node_modules/.installed');
const WINDOWS = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package.json')))
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Installing packages …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: WINDOWS,
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, wanted);
}

/**
 * True in the child that runs on the workspace's own Node. The parent only passes signals on and exits like its child.
 * The child leads a process group of its own, so Ctrl-C does not reach PostgreSQL and the API at the same moment.
 */
export function onWorkspaceNode() {
  if (process.env.TIDEMARK_NODE === process.execPath) return true;
  const node = join(ROOT, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node');
  const child = spawn(node, process.argv.slice(1), {
    cwd: ROOT,
    detached: !WINDOWS,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TIDEMARK_NODE: node,
      PATH: join(ROOT, 'node_modules/.bin') + delimiter + process.env.PATH,
    },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
  return false;
}

/** Calls `stop` once: on the first signal, or when the parent is gone. */
export function onStop(stop) {
  let stopping = false;
  const once = (signal) => {
    if (stopping) return;
    stopping = true;
    stop(signal);
  };
  for (const signal of SIGNALS) process.on(signal, () => once(signal));
  process.on('disconnect', () => once('SIGTERM'));
  return once;
}

export function nx(...args) {
  return spawn(process.execPath, [join(ROOT, 'node_modules/nx/dist/bin/nx.js'), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

export function exited(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
