// Lists optionalDependencies named in a lockfile that no lockfile entry satisfies.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const lock = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));
const P = lock.packages;
let n = 0;
const find = (from, name) => {
  let d = from;
  for (;;) {
    const k = (d ? d + '/' : '') + 'node_modules/' + name;
    if (P[k]) return P[k];
    if (!d) return;
    const i = d.lastIndexOf('node_modules/');
    d = i <= 0 ? '' : d.slice(0, i - 1).replace(/\/$/, '');
  }
};
for (const [k, v] of Object.entries(P))
  for (const kind of ['dependencies', 'optionalDependencies'])
    for (const [dep, range] of Object.entries(v[kind] ?? {})) {
      const f = find(k, dep);
      if (!f) {
        n++;
        console.log(`${k}@${v.version}: ${kind} ${dep}@${range} MISSING`);
      }
    }
console.log(Object.keys(P).length - 1, 'entries;', n, 'gaps');
