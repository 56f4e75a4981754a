// The browser arrives with the packages: @sparticuz/chromium has the binary in its tarball (Linux x64).
// E2E_CHROMIUM names any other Chromium.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Path of a Chromium that can be started; unpacked once per version, by a rename that cannot stop half-way. */
export async function chromiumPath() {
  if (process.env.E2E_CHROMIUM) return process.env.E2E_CHROMIUM;
  if (`${process.platform} ${process.arch}` !== 'linux x64')
    throw new Error('The packaged Chromium is for Linux x64. Name another one by E2E_CHROMIUM.');
  const entry = resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));
  const cache = join(dirname(entry), '../../../.cache');
  const unpacked = join(cache, `chromium-${version}`);
  if (!existsSync(unpacked)) await unpack(unpacked);
  return join(unpacked, 'chromium');
}

/** The package unpacks into the temporary folder, and takes whatever lies there under the same name. */
async function unpack(folder) {
  const unfinished = `${folder}.${process.pid}`;
  const { TMPDIR } = process.env;
  mkdirSync(unfinished, { recursive: true });
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}
