import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';

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

/** The secret that everything this installation signs goes back to. The same on every replica. */
export function installationSecret(config: Pick<Config, 'JWT_SECRET' | 'DATA_DIR'>): string {
  return config.JWT_SECRET ?? keptSecret(config.DATA_DIR, 'jwt-secret');
}

/** A key of its own for one purpose, derived by HKDF-SHA-256 (RFC 5869). 32 bytes. */
export function installationKey(
  config: Pick<Config, 'JWT_SECRET' | 'DATA_DIR'>,
  purpose: string,
): Buffer {
  return Buffer.from(hkdfSync('sha256', installationSecret(config), '', `tidemark ${purpose}`, 32));
}
