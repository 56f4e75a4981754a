// Installs what the lock file says, when it is not there yet. Runs on Node 20 and uses no packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { exited, fail, passSignalsTo, ROOT } from './workspace.mjs';

const RELEVANT = ['dependencies', 'devDependencies', 'overrides', 'allowScripts'];

/** Installs the packages of `root` unless a stamp or npm's own record says that they are there. */
export async function install(root = ROOT) {
  if (isInstalled(root)) return;
  await withLock(
    join(root, '.nx/install.lock'),
    'Another command is installing the packages; waiting …',
    async () => {
      if (isInstalled(root)) return;
      if (!isRecorded(root)) await npmCi(root);
      writeFileSync(stampFile(root), wantedStamp(root));
    },
  );
}

export function isInstalled(root) {
  const file = stampFile(root);
  return existsSync(file) && readFileSync(file, 'utf8') === wantedStamp(root);
}

/** Somebody may have typed `npm ci` before us: npm records what it installed. */
export function isRecorded(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { '': _, ...wanted } = readJson(join(root, 'package-lock.json')).packages;
  const there = readJson(record).packages;
  const matches = ([path, { integrity }]) => there[path]?.integrity === integrity;
  return (
    Object.entries(wanted).every((entry) => entry[1].optional || matches(entry)) &&
    Object.keys(there).every((path) => path in wanted && matches([path, wanted[path]]))
  );
}

/** Changes with what would be installed, and not with the scripts in package.json. */
export function wantedStamp(root) {
  const manifest = readJson(join(root, 'package.json'));
  return createHash('sha256')
    .update(JSON.stringify(RELEVANT.map((field) => manifest[field])))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

async function npmCi(root) {
  console.log('Installing the packages …');
  const bin = join(root, 'node_modules/.bin');
  const npm = spawn('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // npm must not run on the packaged Node, which it is about to replace.
    env: {
      ...process.env,
      PATH: process.env.PATH.split(delimiter)
        .filter((folder) => folder !== bin)
        .join(delimiter),
    },
  });
  npm.once('error', () =>
    fail('npm was not found. Install Node.js with npm, version 10 or newer.'),
  );
  passSignalsTo(npm);
  if ((await exited(npm)) !== 0) fail('The packages could not be installed; npm says why above.');
}

const stampFile = (root) => join(root, 'node_modules/.installed');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
