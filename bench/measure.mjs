// Load on the servers by turns, so that whatever else the machine does meets all of them.
import autocannon from 'autocannon';

const CONNECTIONS = 10;
/** Connections are open, plans are made, code is compiled. */
const WARM_UP_SECONDS = 0.5;

/**
 * One server under one request for some seconds; for longer when no answer comes within them.
 * @returns requests per second and the median latency in milliseconds
 */
async function load(server, seconds) {
  const { latencies, elapsed } = await drive(server, seconds);
  if (latencies.length === 0) return load(server, seconds * 3);
  return { perSecond: latencies.length / elapsed, p50: median(latencies) };
}

/** @throws Error when an answer has another status than the expected one, or none comes in ten seconds */
async function drive({ url, path, headers, status }, duration) {
  const latencies = [];
  const statuses = new Set();
  const begun = performance.now();
  const options = { url: url + path, headers, connections: CONNECTIONS, duration, sampleInt: 100 };
  const run = autocannon(options);
  run.on('response', (_client, answered, _bytes, duration) => {
    statuses.add(answered);
    latencies.push(duration);
  });
  const { errors } = await run;
  const unexpected = [...statuses].filter((answered) => answered !== status);
  if (errors || unexpected.length > 0)
    throw new Error(`${path} answered ${unexpected} with ${errors} errors, not ${status} alone`);
  return { latencies, elapsed: (performance.now() - begun) / 1_000 };
}

/**
 * Pairs of `api` and `bare`, one for each length of the trail, by turns: A B a b, A B a b.
 * @returns for each pair its summary
 */
export async function compare(pairs, { rounds, seconds }) {
  const runs = pairs.map(() => []);
  for (const { api, bare } of pairs) {
    await drive(api, WARM_UP_SECONDS);
    await drive(bare, WARM_UP_SECONDS);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [index, pair] of pairs.entries()) {
      const api = await load(pair.api, seconds);
      const bare = await load(pair.bare, seconds);
      runs[index].push({ api, bare, share: api.perSecond / bare.perSecond });
    }
  }
  return runs.map(summaryOf);
}

const summaryOf = (runs) => ({
  api: summary(runs.map((run) => run.api.perSecond)),
  bare: summary(runs.map((run) => run.bare.perSecond)),
  share: summary(runs.map((run) => run.share)),
  apiP50: summary(runs.map((run) => run.api.p50)),
  bareP50: summary(runs.map((run) => run.bare.p50)),
});

const summary = (numbers) => ({
  median: median(numbers),
  lowest: Math.min(...numbers),
  highest: Math.max(...numbers),
});

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
