// What `npm start` and its relatives can be told: by options and by environment variables.
import { chmodSync, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ROOT } from './workspace.mjs';

const OPTIONS = {
  demo: { type: 'boolean', default: false },
  temporary: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  'strict-port': { type: 'boolean', default: false },
};

/**
 * @returns `demo` and `temporary` always run on an embedded database: they must never touch the one that
 * DATABASE_URL names
 */
export function settings(words = process.argv.slice(2), environment = process.env) {
  const { demo, temporary, ...rest } = options(words);
  return {
    demo,
    temporary,
    build: !rest['no-build'],
    strictPort: rest['strict-port'],
    embedded: demo || temporary || !environment.DATABASE_URL,
    dataDir: dataFolder(environment, demo),
    port: port(environment.PORT),
    host: host(environment.HOST),
    readyFile: environment.TIDEMARK_READY_FILE,
  };
}

export function dataFolder(environment = process.env, demo = false) {
  return join(resolve(ROOT, environment.DATA_DIR || '.data'), demo ? 'demo' : '');
}

/** Only we can read it; where root starts the product, PostgreSQL's own user must be able to pass through. */
export function makeDataFolder(folder) {
  const asRoot = process.getuid?.() === 0;
  for (const each of [resolve(folder, '..'), folder]) {
    if (!each.startsWith(dataFolder())) continue;
    try {
      mkdirSync(each, { recursive: true });
      chmodSync(each, asRoot ? 0o711 : 0o700);
    } catch (error) {
      fail(`${error.message}. Start as the owner of that folder, or name another by DATA_DIR.`);
    }
  }
}

function options(words) {
  try {
    return parseArgs({ args: words, options: OPTIONS }).values;
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}. Known: --${Object.keys(OPTIONS).join(' --')}`);
  }
}

function port(text = '') {
  const number = Number(text || 4000);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  return fail(`PORT must be a number from 1 to 65535, not "${text}".`);
}

/** Some shells and tools export HOST as the name of the machine, which nobody meant as an address to listen on. */
function host(text = '') {
  return isIP(text) || text === 'localhost' ? text : '127.0.0.1';
}
