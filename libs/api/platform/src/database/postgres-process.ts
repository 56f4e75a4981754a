// The server as a process: making its data folder, starting it, and ending it however we end ourselves.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { makeOwn, type ServerUser } from './postgres-home.ts';

export interface Cluster {
  home: string;
  folder: string;
  programs: string;
  user: ServerUser;
  temporary: boolean;
}

const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const ATTEMPTS = 10;
const WRONG_PASSWORD = '28P01';
/** What a server says whose killed predecessor has not quite gone: worth another attempt. */
const PREDECESSOR = /still in use|lock file .* already exists|Is another postmaster/;
/** `read` returns when the other end of its pipe is gone. A temporary folder goes when the server has left it. */
const GUARD = `read -r _; kill -INT "$1"; [ -n "$2" ] || exit; tries=0
while [ -e "$2/cluster/postmaster.pid" ] && [ $tries -lt 150 ]; do tries=$((tries + 1)); sleep 0.1; done
rm -rf "$2"`;

/** Text compares by code point, the same on every machine and in every later version. */
export function initialise(cluster: Cluster, password: string): void {
  const unfinished = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  makeOwn(unfinished, cluster.user);
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.user.uid !== undefined && cluster.user.gid !== undefined)
    fs.chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  const { status, stdout, stderr, error } = spawnSync(
    join(cluster.programs, 'initdb'),
    [
      ...['-D', unfinished, '--username=postgres', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
      ...['--auth=scram-sha-256', '--locale=C', '--locale-provider=builtin'],
      ...['--builtin-locale=C.UTF-8', ...(cluster.temporary ? ['--no-sync'] : [])],
    ],
    { ...cluster.user, cwd: cluster.home, encoding: 'utf8' },
  );
  fs.rmSync(passwordFile);
  if (status !== 0)
    throw new Error(`PostgreSQL could not make its data:\n${stdout}${stderr}`, { cause: error });
  fs.renameSync(unfinished, cluster.folder);
}

/** Starts the server and resolves when it accepts connections. */
export async function launch(cluster: Cluster, adminUrl: string): Promise<ChildProcess> {
  const logFile = join(cluster.home, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const child = spawnServer(cluster, new URL(adminUrl).port, logFile);
    if (await accepts(child, adminUrl)) return child;
    await end(child);
    const said = fs.readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n');
    if (attempt === ATTEMPTS || !PREDECESSOR.test(said))
      throw new Error(`PostgreSQL did not start:\n${said}`);
    await delay(500);
  }
}

function spawnServer(cluster: Cluster, port: string, logFile: string): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(cluster.temporary && { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = fs.openSync(logFile, 'a', 0o600);
  // A process group of its own: Ctrl-C must not end the server before the API has closed.
  const child = spawn(join(cluster.programs, 'postgres'), ['-D', cluster.folder, ...flags], {
    ...cluster.user,
    cwd: cluster.home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  child.unref();
  return child;
}

async function accepts(child: ChildProcess, adminUrl: string): Promise<boolean> {
  let failed = false;
  child.once('error', () => (failed = true));
  const until = Date.now() + START_WITHIN_MS;
  while (!failed && !hasEnded(child) && Date.now() < until) {
    const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
      await delay(50);
    }
  }
  return false;
}

/**
 * However this process ends, `kill -9` included, the server ends after it and a temporary one leaves nothing
 * behind: a shell waits for the end of a pipe that only we hold open.
 * @returns a function that dismisses the guard, so that ending the server is no surprise any more.
 */
export function guard(server: ChildProcess, cluster: Cluster, onSurprise: () => void): () => void {
  const words = [String(server.pid), cluster.temporary ? cluster.home : ''];
  const shell = spawn('/bin/sh', ['-c', GUARD, 'tidemark-guard', ...words], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  const surprised = () => {
    shell.kill('SIGKILL');
    onSurprise();
  };
  server.once('exit', surprised);
  return () => {
    server.off('exit', surprised);
    shell.kill('SIGKILL');
  };
}

/** Asks for a fast shutdown; a server that does not answer is ended hard, and recovers at its next start. */
export async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || hasEnded(server)) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.ref();
  server.kill('SIGINT');
  const late = delay(STOP_WITHIN_MS, 'late', { ref: false });
  if ((await Promise.race([ended, late])) !== 'late') return;
  server.kill('SIGKILL');
  await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A server that outlived its parent still holds the data; or its number belongs to somebody else by now. */
export async function endLeftover({ folder }: Cluster): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  if (!fs.existsSync(lock)) return;
  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0]);
  if (!commandOf(pid).includes(folder)) {
    fs.rmSync(lock);
    return;
  }
  process.kill(pid, 'SIGINT');
  const until = Date.now() + STOP_WITHIN_MS;
  while (fs.existsSync(lock) && Date.now() < until) await delay(50);
  if (fs.existsSync(lock)) process.kill(pid, 'SIGKILL');
}

function commandOf(pid: number): string {
  if (!fs.existsSync('/proc/self/cmdline'))
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;
  const file = `/proc/${pid}/cmdline`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
