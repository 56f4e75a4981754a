// Lock files that name their holder, so that one who was killed does not lock everybody out for ever.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Takes the lock, unless a living process holds it.
 * @returns `{ update(details), release() }`, or undefined. It is released at exit in any case.
 */
export function takeLock(file, details = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  const content = (more) =>
    JSON.stringify({ pid: process.pid, born: bornAt(process.pid), ...more });
  writeFileSync(mine, content(details), { mode: 0o600 });
  const taken = linked(mine, file) || (removeStale(file) && linked(mine, file));
  rmSync(mine);
  if (!taken) return undefined;
  const release = () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.once('exit', release);
  const update = (more) => {
    writeFileSync(mine, content({ ...details, ...more }), { mode: 0o600 });
    renameSync(mine, file);
  };
  return { update, release };
}

/** Waits for the lock, saying `message` when there is something to wait for, and releases it after `work`. */
export async function withLock(file, message, work) {
  let lock = takeLock(file);
  if (!lock) console.log(message);
  while (!lock) {
    await delay(200);
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** What the living holder wrote into the lock, `pid` included; undefined when nobody holds it. */
export function lockHolder(file) {
  const holder = read(file);
  return holder && isAlive(holder) ? holder : undefined;
}

/** Making a hard link is the one step that fails when somebody else was faster. */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead holder's lock away; gives it back when it turns out to be a new one that came in between. */
function removeStale(file) {
  if (lockHolder(file)) return false;
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  const stolen = lockHolder(aside) !== undefined;
  if (stolen) linked(aside, file);
  rmSync(aside, { force: true });
  return !stolen;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive({ pid, born }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return bornAt(pid) === born;
}

/** When a process was started, so that one that got its number later is not taken for it; Linux only. */
function bornAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')')).split(' ');
    return fields[1] === 'Z' ? 'ended' : fields[20];
  } catch {
    return undefined;
  }
}
