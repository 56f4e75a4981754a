// npm start: installs and builds what is missing, starts PostgreSQL and the API, and says where. Ctrl-C stops both.
// npm run demo: the same on a data folder of its own, filled with a demo team.
import { install } from './install.mjs';
import { onlyOne, refuseSecond } from './only-one.mjs';
import { makeDataFolder, settings } from './settings.mjs';
import { endPrograms, onStop, onWorkspaceNode } from './workspace.mjs';

const PATIENCE_MS = 4_000;

const wanted = settings();
if (!wanted.temporary) await refuseSecond(wanted.dataDir);
await install();
if (onWorkspaceNode()) await start();

async function start() {
  const { buildWhatIsStale } = await import('./build.mjs');
  const { introduce, stillStarting } = await import('./introduction.mjs');
  const { Product } = await import('./product.mjs');
  if (!wanted.temporary) makeDataFolder(wanted.dataDir);
  const lock = wanted.temporary ? undefined : await onlyOne(wanted.dataDir);
  let ending = false;
  const product = new Product(wanted, (reason) => end(1, reason));
  onStop(() => end(0, 'Stopping …'));
  try {
    if (wanted.build) await buildWhatIsStale();
    const patience = setTimeout(() => ending || console.log(stillStarting(wanted)), PATIENCE_MS);
    const ready = await product.start();
    clearTimeout(patience);
    lock?.update({ url: ready.url });
    console.log(introduce(product, ready));
  } catch (error) {
    await end(1, error.message);
  }

  async function end(code, why) {
    if (ending) return;
    ending = true;
    console[code ? 'error' : 'log'](`\n${why}\n`);
    lock?.update({ stopping: true });
    await endPrograms();
    await product.stop();
    if (!code) console.log('Stopped.');
    process.exit(code);
  }
}
