// The running product: PostgreSQL and the API (which serves the web app), watched and stopped in order.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiProcess } from './api-process.mjs';
import { freePort } from './port.mjs';

const MOST_RESTARTS_A_MINUTE = 10;
const RESTART_AFTER_MS = 1_000;

export class Product {
  #settings;
  #starting;
  #postgres;
  #api;
  #stopping = false;
  #restarts = [];

  /** @param onGivenUp called with a reason when something cannot be kept running */
  constructor(settings, onGivenUp) {
    this.#settings = settings;
    this.onGivenUp = onGivenUp;
  }

  /** The folder that holds the secrets and the log; a temporary one goes with the temporary database. */
  get dataDir() {
    return this.#settings.temporary ? join(this.#postgres.home, 'product') : this.#settings.dataDir;
  }

  /** Where the database is, for a person to read, when that is not the data folder. */
  get database() {
    if (!this.#postgres) return 'the one that DATABASE_URL names';
    return this.#postgres.home.startsWith(this.dataDir) ? undefined : this.#postgres.home;
  }

  get wantedPort() {
    return this.#settings.port;
  }

  get logFile() {
    return join(this.dataDir, 'tidemark.log');
  }

  /** @returns `{ url, setup_path, people }` as the API says when it listens */
  async start() {
    const { readyFile } = this.#settings;
    if (readyFile) rmSync(readyFile, { force: true });
    if (this.#settings.embedded) await this.#startPostgres();
    if (this.#stopping) throw new Error('Stopped while it was starting.');
    mkdirSync(this.dataDir, { recursive: true, mode: 0o700 });
    this.#api = new ApiProcess(this.logFile, this.#environment());
    const ready = await this.#startApi(this.#settings.port);
    this.#writeReadyFile(ready);
    return ready;
  }

  /** The API first, then the database. */
  async stop() {
    this.#stopping = true;
    await this.#api?.stop();
    const postgres = await this.#starting?.catch(() => undefined);
    await postgres?.stop();
  }

  async #startPostgres(port) {
    const { startPostgres } = await import('./postgres.mjs');
    const { temporary, dataDir } = this.#settings;
    this.#starting = startPostgres({
      ...(!temporary && { dataDir: join(dataDir, 'postgres') }),
      port,
      onExit: () => this.#again('PostgreSQL', () => this.#restartPostgres()),
    });
    this.#postgres = await this.#starting;
  }

  /** On the same port, so that the API finds it again. */
  #restartPostgres() {
    if (this.#settings.temporary) throw new Error('The temporary database is gone.');
    return this.#startPostgres(Number(new URL(this.#postgres.url).port));
  }

  async #startApi(wanted) {
    const { host, strictPort } = this.#settings;
    for (let from = wanted; ; from++) {
      const port = strictPort ? wanted : await freePort(from, host);
      const ready = await this.#api.start(port);
      if (!ready && strictPort) throw new Error(`Port ${port} is taken.`);
      if (!ready) continue;
      this.port = port;
      this.#watchApi();
      return ready;
    }
  }

  async #watchApi() {
    const how = await this.#api.ended();
    await this.#again(`The API (${how})`, async () => {
      if (!(await this.#api.start(this.port))) throw new Error(`Port ${this.port} is taken.`);
      this.#watchApi();
    });
  }

  /** Either may fail to start while the other one is down, so one failure is no reason to give up. */
  async #again(what, start) {
    if (this.#stopping) return;
    console.log(`${what} ended unexpectedly; starting it again …`);
    for (let problem = ''; !this.#stopping; await delay(RESTART_AFTER_MS)) {
      if (this.#restartsTooOften())
        return this.onGivenUp(`${what} ended again and again. ${problem}`);
      try {
        await start();
        return console.log('Running again.');
      } catch (error) {
        problem = error.message;
      }
    }
  }

  #restartsTooOften() {
    const minuteAgo = Date.now() - 60_000;
    this.#restarts = [...this.#restarts.filter((at) => at > minuteAgo), Date.now()];
    return this.#restarts.length > MOST_RESTARTS_A_MINUTE;
  }

  #environment() {
    const { demo, host } = this.#settings;
    const { url, migrationUrl } = this.#postgres ?? {};
    return {
      HOST: host,
      DATA_DIR: this.dataDir,
      ...(demo && { TIDEMARK_DEMO: '1' }),
      ...(url && { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl }),
    };
  }

  #writeReadyFile(ready) {
    const { readyFile } = this.#settings;
    if (!readyFile) return;
    mkdirSync(dirname(readyFile), { recursive: true });
    writeFileSync(`${readyFile}.new`, JSON.stringify(ready), { mode: 0o600 });
    renameSync(`${readyFile}.new`, readyFile);
  }
}
