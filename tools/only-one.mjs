// One start per data folder: a second one says where the first is and does no harm.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockHolder, takeLock } from './lock.mjs';
import { fail } from './workspace.mjs';

const lockFile = (dataDir) => join(dataDir, 'running.json');

/** What runs on the data folder: `{ pid, url }`, without a url while it starts; undefined when nothing does. */
export function runningProduct(dataDir) {
  return lockHolder(lockFile(dataDir));
}

/** Ends this process when another one runs on the data folder; waits for one that is just stopping. */
export async function refuseSecond(dataDir) {
  let running = runningProduct(dataDir);
  while (running?.stopping) {
    await delay(100);
    running = runningProduct(dataDir);
  }
  if (running) fail(alreadyRuns(running));
}

/** @returns the lock, held until this process ends */
export async function onlyOne(dataDir) {
  for (;;) {
    const lock = takeLock(lockFile(dataDir));
    if (lock) return lock;
    await refuseSecond(dataDir);
  }
}

export function alreadyRuns({ pid, url }) {
  const where = url ? `already runs on this data: ${url}` : 'is already starting on this data';
  return `Tidemark ${where} (pid ${pid}). Stop it with Ctrl-C in its terminal, or: kill ${pid}`;
}
