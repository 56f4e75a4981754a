import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret that survives restarts: the content of `<folder>/<name>`, generated with mode 0600 when it
 * is not there yet. Two processes that start at once agree on one, because the file is made exclusively.
 * @returns 256 random bits in base64url.
 */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Forgets a kept secret, so that the next one asked for is new. */
export function dropSecret(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
}
