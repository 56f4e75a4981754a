// Real PostgreSQL from the packages, without anything to install. Node runs this file and those it imports as
// they are: only types that can be erased, and imports with their extension.
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dataHome, programFolder, serverUser, temporaryHome } from './postgres-home.ts';
import { end, endLeftover, guard, initialise, launch } from './postgres-process.ts';
import {
  createDatabase,
  type DatabaseUrls,
  keptPasswords,
  type PostgresServer,
  prepare,
  serverAt,
} from './postgres-roles.ts';

export { createDatabase, type DatabaseUrls, type PostgresServer } from './postgres-roles.ts';

export interface RunningPostgres extends PostgresServer {
  /** The folder that really holds the data: `dataDir`, or where root had to put it. */
  home: string;
  createDatabase(name: string, template?: string): Promise<DatabaseUrls>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Where the data lives from one start to the next. Without it, in a temporary folder that `stop` removes. */
  dataDir?: string;
  /** A free port by default; the same one again lets the clients of a server that died reconnect. */
  port?: number;
  /** Called when the server ends although nobody called `stop`. */
  onExit?: () => void;
}

/**
 * Starts a server on 127.0.0.1 and makes its roles and database when they are missing.
 * @throws Error with the end of the server's own log when it does not start.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  const { dataDir, onExit } = options;
  const home = dataDir ? dataHome(dataDir) : temporaryHome();
  const isNew = !existsSync(join(home, 'cluster/PG_VERSION'));
  const passwords = keptPasswords(join(home, 'passwords.json'), isNew);
  const server = serverAt(options.port ?? (await freePort()), passwords);
  const cluster = {
    home,
    folder: join(home, 'cluster'),
    programs: await programFolder(),
    user: serverUser(),
    temporary: !dataDir,
  };
  await endLeftover(cluster);
  if (isNew) initialise(cluster, passwords.postgres);
  const child = await launch(cluster, server.adminUrl);
  const release = guard(child, cluster, () => onExit?.());
  await prepare(server, passwords);
  return {
    ...server,
    home,
    createDatabase: (name, template) => createDatabase(server, name, template),
    async stop() {
      release();
      await end(child);
      if (cluster.temporary) rmSync(home, { recursive: true, force: true });
    },
  };
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
