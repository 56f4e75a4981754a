// `npm ci` refuses a lock file that misses an optional program of a package for some platform, which happens when
// the newest version of a package is published before all of its programs are. After a change of dependencies:
// node tools/lock-gaps.mjs
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NESTED = '/node_modules/';

/** @returns a sentence for every dependency named in the lock file that no entry of it provides */
export function lockGaps({ packages }) {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.entries({ ...dependencies, ...optionalDependencies })
      .filter(([name]) => !isProvided(packages, path, name))
      .map(([name, range]) => `${path || 'the workspace'} needs ${name}@${range}`),
  );
}

/** Looks beside the package and then in each folder above, as Node does. */
function isProvided(packages, path, name) {
  if (`${path}${path && '/'}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  const end = path.lastIndexOf(NESTED);
  return isProvided(packages, end < 0 ? '' : path.slice(0, end), name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const gaps = lockGaps(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  console.log([...gaps, `${gaps.length} gaps`].join('\n'));
  process.exit(gaps.length > 0 ? 1 : 0);
}
