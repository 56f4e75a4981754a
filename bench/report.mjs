// The measurements as tables of ratios, and beside the targets.
import { cpus, totalmem } from 'node:os';

/** @param sizes for each number of rows its results, smallest first */
export function report(sizes, { now, options, server }) {
  const words = Object.entries(options).filter(([, value]) => value);
  return [
    '# Results',
    `${now.toISOString().slice(0, 10)} · ${machine()} · Node ${process.versions.node}, PostgreSQL ${server}`,
    `\`npm run bench -- ${words.map(([name, value]) => `--${name} ${value}`).join(' ')}\``,
    'Medians of the rounds, with the lowest and the highest share. How to read this: [README.md](README.md).',
    ...sizes.map(sizeTable),
    ...(sizes.length > 1 ? [growthTable(sizes)] : []),
    targetTable(sizes),
  ]
    .join('\n\n')
    .concat('\n');
}

function machine() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() || process.arch}), ${memory} GB`;
}

function sizeTable({ rows, results }) {
  return table(
    `${number(rows)} rows`,
    ['', 'API, requests/s', 'bare, requests/s', 'share', 'lowest–highest', 'API p50', 'bare p50'],
    results.map(({ name, api, bare, share, apiP50, bareP50 }) => [
      name,
      number(api.median),
      number(bare.median),
      percent(share.median),
      `${percent(share.lowest)}–${percent(share.highest)}`,
      milliseconds(apiP50.median),
      milliseconds(bareP50.median),
    ]),
  );
}

function growthTable(sizes) {
  const [small, large] = [sizes[0], sizes.at(-1)];
  return table(
    `Growth of the API's p50 from ${number(small.rows)} to ${number(large.rows)} rows`,
    ['', ...sizes.map(({ rows }) => number(rows)), 'growth'],
    small.results.map(({ name, apiP50 }) => [
      name,
      ...sizes.map((size) => milliseconds(of(size, name).apiP50.median)),
      times(of(large, name).apiP50.median / apiP50.median),
    ]),
  );
}

/** The targets that these scenarios speak of, on the largest trail. */
function targetTable(sizes) {
  const large = sizes.at(-1);
  const p50 = (name) => of(large, name)?.apiP50.median;
  const [first, poll] = ['first page', '304 poll'].map((name) => of(large, name));
  const rows = [
    target('first page against bare', first?.share.median, 0.65, percent, 'least'),
    target(
      '304 poll against first page',
      poll && first && poll.api.median / first.api.median,
      4,
      times,
      'least',
    ),
    target(
      'page 1 000 by cursor against page 1',
      p50('page 1 000 by cursor') / p50('first page'),
      1.3,
      times,
      'most',
    ),
    target(
      'page 1 000 by number against page 1',
      p50('page 1 000 by number') / p50('first page'),
      1.3,
      times,
      'most',
    ),
    target(
      "a member's page against an administrator's",
      p50('member') / p50('first page'),
      6,
      times,
      'most',
    ),
    target(
      "a quiet member's page against an administrator's",
      p50('quiet member') / p50('first page'),
      6,
      times,
      'most',
    ),
    ...(sizes.length > 1 ? [worstGrowth(sizes)] : []),
  ];
  return table(
    `Targets, at ${number(large.rows)} rows`,
    ['', 'target', 'measured', ''],
    rows.filter(Boolean),
  );
}

function worstGrowth(sizes) {
  const [small, large] = [sizes[0], sizes.at(-1)];
  const growth = small.results
    .filter(({ name }) => !name.startsWith('statistics'))
    .map(({ name, apiP50 }) => [of(large, name).apiP50.median / apiP50.median, name]);
  const [worst, name] = growth.reduce((one, other) => (other[0] > one[0] ? other : one));
  return target(`growth of the worst feed query (${name})`, worst, 1.5, times, 'most');
}

function target(name, measured, limit, unit, bound) {
  if (!(measured > 0)) return undefined;
  const met = bound === 'least' ? measured >= limit : measured <= limit;
  return [
    name,
    `${bound === 'least' ? '≥' : '≤'} ${unit(limit)}`,
    unit(measured),
    met ? 'met' : '**missed**',
  ];
}

function table(title, head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = `|---|${'---:|'.repeat(head.length - 1)}`;
  return [`## ${title}`, '', line(head), rule, ...rows.map(line)].join('\n');
}

const of = ({ results }, name) => results.find((result) => result.name === name);
const number = (value) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const percent = (ratio) => `${Math.round(ratio * 100)} %`;
const times = (ratio) => `${ratio.toFixed(2)} ×`;
const milliseconds = (value) => `${value.toFixed(2)} ms`;
