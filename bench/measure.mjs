// Load on both servers in turns, so that whatever else the machine does meets both.
import autocannon from 'autocannon';

export const CONNECTIONS = 10;

/**
 * One server under one request for some seconds, after a moment of warming up.
 * @returns requests per second and the median latency in milliseconds
 * @throws Error when any answer has another status than the expected one
 */
export async function load(url, { path, headers, status, seconds }) {
  const latencies = [];
  const statuses = new Set();
  const begun = performance.now();
  const run = autocannon({
    url: url + path,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
  });
  run.on('response', (_client, answered, _bytes, duration) => {
    statuses.add(answered);
    latencies.push(duration);
  });
  const { errors } = await run;
  const elapsed = (performance.now() - begun) / 1_000;
  if (errors || statuses.size !== 1 || !statuses.has(status))
    throw new Error(`${path} answered ${[...statuses]} with ${errors} errors, not ${status} alone`);
  return { perSecond: latencies.length / elapsed, p50: median(latencies) };
}

/** `api` and `bare` by turns: A B A B. */
export async function compare({ api, bare }, { rounds, seconds }) {
  const runs = [];
  await load(api.url, { ...api, seconds: seconds / 4 });
  await load(bare.url, { ...bare, seconds: seconds / 4 });
  for (let round = 0; round < rounds; round++) {
    const a = await load(api.url, { ...api, seconds });
    const b = await load(bare.url, { ...bare, seconds });
    runs.push({ api: a, bare: b, share: a.perSecond / b.perSecond });
  }
  return {
    api: summary(runs.map((run) => run.api.perSecond)),
    bare: summary(runs.map((run) => run.bare.perSecond)),
    share: summary(runs.map((run) => run.share)),
    apiP50: summary(runs.map((run) => run.api.p50)),
    bareP50: summary(runs.map((run) => run.bare.p50)),
  };
}

const summary = (numbers) => ({
  median: median(numbers),
  lowest: Math.min(...numbers),
  highest: Math.max(...numbers),
});

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
