// The API as a process: started with its log in a file, and what it tells its parent.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { API, WEB } from './build.mjs';
import { exited, ROOT } from './workspace.mjs';

const STOP_WITHIN_MS = 15_000;
const LARGEST_LOG_BYTES = 20_000_000;
const PORT_TAKEN = 3;

export class ApiProcess {
  #child;

  constructor(logFile, environment) {
    this.logFile = logFile;
    this.environment = environment;
  }

  /**
   * @returns what the API says when it listens: `{ url, setup_path, people }`; undefined when the port is taken
   * @throws Error with the end of the log when the API ends before
   */
  async start(port) {
    this.#child = this.#spawn(port);
    let people;
    const ready = new Promise((resolve) => {
      this.#child.on('message', (message) => {
        if (message.type === 'demo') people = message.people;
        if (message.type === 'ready') resolve({ ...message, people });
      });
    });
    const said = await Promise.race([ready, exited(this.#child)]);
    if (typeof said === 'object') return said;
    if (said === PORT_TAKEN) return undefined;
    throw new Error(`The API did not start. The end of ${this.logFile}:\n\n${this.#endOfLog()}`);
  }

  /** Resolves, when the API ends, to its signal or exit code in words. */
  async ended() {
    await exited(this.#child);
    const { signalCode, exitCode } = this.#child;
    return signalCode ?? `exit code ${exitCode}`;
  }

  /** Lets requests finish; an API that does not end is ended hard. */
  async stop() {
    if (!this.#child) return;
    const child = this.#child;
    child.kill('SIGTERM');
    const late = delay(STOP_WITHIN_MS, 'late', { ref: false });
    if ((await Promise.race([exited(child), late])) === 'late') child.kill('SIGKILL');
    await exited(child);
  }

  /** A process group of its own: Ctrl-C reaches it through us, once and in order. */
  #spawn(port) {
    const log = openSync(this.#rotatedLog(), 'a', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', API], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        NODE_ENV: 'production',
        ...process.env,
        ...this.environment,
        WEB_ROOT: join(ROOT, WEB),
        PORT: String(port),
      },
    });
    closeSync(log);
    return child;
  }

  #rotatedLog() {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LARGEST_LOG_BYTES)
      renameSync(this.logFile, `${this.logFile}.1`);
    return this.logFile;
  }

  #endOfLog() {
    return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
  }
}
