// The doctor's look at the machine: runs on Node 20 and uses no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runningProduct } from '../only-one.mjs';
import { freePort } from '../port.mjs';
import { ROOT } from '../workspace.mjs';
import { absent, failed, well } from './finding.mjs';

const OLDEST_NODE = 20;
const OLDEST_NPM = 10;
const FEWEST_FREE_BYTES = 500_000_000;
const SECRETS = ['jwt-secret', 'setup-token', 'passwords.json'];

export async function machineFindings({ dataDir, port, host }, installed) {
  return [
    node(),
    npm(),
    installed
      ? well('The packages are installed')
      : absent('The packages are not installed yet; npm start does it'),
    existsSync(join(ROOT, 'dist/.built'))
      ? well('The product is built')
      : absent('The product is not built yet; npm start does it'),
    await freeOrOurs(dataDir, port, host),
    disk(dataDir),
    timeZones(),
    languages(),
    ...dataFolder(dataDir),
  ];
}

function node() {
  const { node: version } = process.versions;
  return Number.parseInt(version) >= OLDEST_NODE
    ? well(`Node ${version}`)
    : failed(`Node ${version} is too old`, `Install Node ${OLDEST_NODE} or newer.`);
}

function npm() {
  const { stdout, status } = spawnSync('npm', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return failed('npm was not found', 'Install Node.js together with npm.');
  return Number.parseInt(stdout) >= OLDEST_NPM
    ? well(`npm ${stdout.trim()}`)
    : failed(`npm ${stdout.trim()} is too old`, 'Run: npm install --global npm@latest');
}

async function freeOrOurs(dataDir, port, host) {
  const running = runningProduct(dataDir);
  if (running?.url) return well(`Tidemark runs at ${running.url} (pid ${running.pid})`);
  const free = await freePort(port, host);
  return free === port
    ? well(`Port ${port} is free`)
    : absent(`Port ${port} is taken; npm start would use ${free}. PORT chooses another`);
}

function disk(dataDir) {
  const { bavail, bsize } = statfsSync(nearest(dataDir));
  const gigabytes = `${((bavail * bsize) / 1e9).toFixed(1)} GB`;
  return bavail * bsize >= FEWEST_FREE_BYTES
    ? well(`${gigabytes} of disk are free`)
    : failed(`Only ${gigabytes} of disk are free`, `Free some space for ${dataDir}.`);
}

/** Days begin and end in people's own zones, so Node must know them all. */
function timeZones() {
  const probe = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Kathmandu',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return probe.format(new Date(0)) === '05:30'
    ? well(`${Intl.supportedValuesOf('timeZone').length} time zones are known`)
    : failed('Node has no time zones', 'Use a Node with full ICU data, as from nodejs.org.');
}

function languages() {
  const german = new Intl.NumberFormat('de').format(1234.5);
  return german === '1.234,5'
    ? well(
        `Languages are known; this machine's is ${Intl.DateTimeFormat().resolvedOptions().locale}`,
      )
    : failed('Node knows English only', 'Use a Node with full ICU data, as from nodejs.org.');
}

function dataFolder(dataDir) {
  if (!existsSync(dataDir))
    return [writable(nearest(dataDir)), absent(`No data yet in ${dataDir}`)];
  return [writable(dataDir), secrets(dataDir)];
}

function writable(folder) {
  const probe = join(folder, `.doctor-${process.pid}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return well(`${folder} can be written`);
  } catch {
    return failed(
      `${folder} cannot be written`,
      'Start as its owner, or name another by DATA_DIR.',
    );
  }
}

function secrets(dataDir) {
  const folders = [dataDir, join(dataDir, 'postgres')].filter(existsSync);
  const open = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => SECRETS.some((name) => file.endsWith(`/${name}`)))
    .filter((file) => process.platform !== 'win32' && statSync(file).mode & 0o077);
  return open.length === 0
    ? well('Secrets can be read by their owner alone')
    : failed(`Others can read ${open.join(', ')}`, `Run: chmod 600 ${open.join(' ')}`);
}

function nearest(folder) {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
