// Builds the API and the web app when their sources are not those of the last build.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT, runProgram } from './workspace.mjs';

export const API = 'dist/apps/api/main.mjs';
export const WEB = 'dist/apps/web/browser';
const STAMP = 'dist/.built';
const OUTPUTS = [API, `${WEB}/index.html`];
const SOURCES = [
  'apps/{api,web}/**/*',
  'libs/**/*',
  'tools/{build,bundle}-api.mjs',
  '{package-lock,nx,tsconfig.base}.json',
];
const NOT_BUILT = /\.spec\.\w+$|\/testing\/|\/test\//;

/** @throws Error with everything that the build said when it fails */
export async function buildWhatIsStale() {
  if (isBuilt()) return;
  await withLock(
    join(ROOT, '.nx/build.lock'),
    'Another command is building; waiting …',
    async () => {
      if (isBuilt()) return;
      console.log('Building the API and the web app …');
      const sources = sourcesStamp();
      const build = runProgram(
        'nx/dist/bin/nx.js',
        ['run-many', '-t', 'build', '--output-style=static'],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const said = [];
      for (const stream of [build.child.stdout, build.child.stderr])
        stream.on('data', (chunk) => said.push(chunk));
      if ((await build) !== 0)
        throw new Error(`${Buffer.concat(said)}\nThe build failed; it says why above.`);
      mkdirSync(join(ROOT, 'dist'), { recursive: true });
      writeFileSync(join(ROOT, STAMP), `${sources} ${outputsStamp()}`);
    },
  );
}

/** The stamp names the outputs, too: a build by other means must not pass for the one of these sources. */
function isBuilt() {
  try {
    return readFileSync(join(ROOT, STAMP), 'utf8') === `${sourcesStamp()} ${outputsStamp()}`;
  } catch {
    return false;
  }
}

/** Content decides, not dates: a checkout that only touched files builds nothing. */
export function sourcesStamp(root = ROOT) {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function outputsStamp() {
  return OUTPUTS.map((file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    return `${size}:${mtimeMs}`;
  }).join(' ');
}
