// The servers, each a process of its own, and the people who are signed in to the API.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PASSWORD, VIEWERS } from './generate.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Connections to PostgreSQL that each server may open. */
const POOL = 10;
/** Access tokens last ten minutes. */
const SIGN_IN_EVERY_MS = 4 * 60_000;
const ARRIVES_WITHIN_MS = 100;

/** The built API, which migrates its database first. @param environment where the database and the secrets are */
export function startApi(environment, options = []) {
  return start(here('../dist/apps/api/main.mjs'), options, environment);
}

/** The built API, telling which statements it runs. */
export async function startRecorder(environment) {
  const api = await startApi(environment, ['--import', here('./record-statements.mjs')]);
  let statements = [];
  api.child.on('message', ({ type, statement }) => {
    if (type === 'statement') statements.push(statement);
  });
  /** Those that read the trail when the request comes for the third time: totals are remembered by then. */
  const record = async (request) => {
    for (let times = 0; times < 3; times++) {
      await delay(ARRIVES_WITHIN_MS);
      statements = [];
      await request();
    }
    await delay(ARRIVES_WITHIN_MS);
    return statements.filter(({ text }) => /\bactivity a\b/.test(text));
  };
  return { ...api, record };
}

/** The yardstick. `answerBy` gives it the statements to run and the status to answer with. */
export async function startBare(environment) {
  const bare = await start(here('./bare.mjs'), [], environment);
  const answerBy = async (task) => {
    bare.child.send(task);
    await once(bare.child, 'message');
  };
  return { ...bare, answerBy };
}

async function start(file, options, environment) {
  const child = fork(file, [], {
    execArgv: options,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_POOL: String(POOL), ...environment },
  });
  const url = await new Promise((resolve, reject) => {
    child.on('message', (message) => message.type === 'ready' && resolve(message.url));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { child, url, stop: () => stop(child) };
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.disconnect();
  await once(child, 'exit');
}

/** @returns a function that gives the headers of a viewer, who signs in again before the token expires */
export function visitors(url) {
  const known = new Map();
  return async (viewer) => {
    const { at = 0, token } = known.get(viewer) ?? {};
    if (Date.now() - at < SIGN_IN_EVERY_MS) return { authorization: `Bearer ${token}` };
    const answer = await ask(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: VIEWERS[viewer], password: PASSWORD }),
    });
    known.set(viewer, { at: Date.now(), token: answer.body.access_token });
    return { authorization: `Bearer ${answer.body.access_token}` };
  };
}

/** @throws Error for anything but 2xx and 304 */
export async function ask(url, options) {
  const answer = await fetch(url, options);
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${url}: ${text}`);
  return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) };
}
