// Runs on the Node that the machine has (20 or newer) and uses no packages: hands over to Node 24 and ends in order.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const WINDOWS = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What the build and the types in the sources need where the packaged Node does not run. */
const OLDEST_NODE = [22, 22];

/**
 * True in the child that runs on the workspace's own Node. The parent only passes signals on and ends like its child.
 */
export function onWorkspaceNode() {
  const node = workspaceNode();
  if (process.env.TIDEMARK_NODE === node) return true;
  const child = spawn(node, process.argv.slice(1), {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TIDEMARK_NODE: node,
      FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? '1' : '0'),
      PATH: join(ROOT, 'node_modules/.bin') + delimiter + process.env.PATH,
    },
  });
  passSignalsTo(child);
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
  return false;
}

/** A signal that was meant for npm ends the shell between npm and us, which passes nothing on. */
function onOrphaned(react) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || react(), 500).unref();
}

/** As long as the child lives, signals are its business. */
export function passSignalsTo(child) {
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  child.once('exit', () => SIGNALS.forEach((signal) => process.off(signal, pass)));
}

/** The packaged Node 24, or the one that runs us where the package has no program for this machine. */
function workspaceNode() {
  const packaged = join(ROOT, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node');
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor))
    return process.execPath;
  return fail(
    `The packaged Node does not run here, and ${process.version} is too old. ` +
      `Use Node ${OLDEST_NODE.join('.')} or newer.`,
  );
}

/** Calls `stop` once: on the first signal, or when the parent is gone. Returns a function that calls it, too. */
export function onStop(stop) {
  let stopping = false;
  const once = (signal) => {
    if (stopping) return;
    stopping = true;
    stop(signal);
  };
  for (const signal of SIGNALS) process.on(signal, () => once(signal));
  process.on('disconnect', () => once('SIGTERM'));
  onOrphaned(() => once('SIGTERM'));
  // A closed pipe or terminal must not end us before the database has been stopped.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return once;
}

const programs = new Set();
let ending = false;

/** Runs one of the packages' programs; resolves to its exit code. */
export function runProgram(file, words, options = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', file), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  programs.add(child);
  child.once('exit', () => programs.delete(child));
  if (ending) child.kill('SIGTERM');
  return Object.assign(exited(child), { child });
}

/** Ends what `runProgram` has started or still starts, and waits until it has ended. */
export function endPrograms() {
  ending = true;
  return Promise.all([...programs].map((child) => child.kill('SIGTERM') && exited(child)));
}

/** Resolves to the exit code of a child, 1 when a signal ended it. */
export function exited(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Says why in one plain sentence and ends. */
export function fail(message) {
  console.error(`\n${message}\n`);
  return process.exit(1);
}
