import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, loadConfig } from '@tidemark/api/platform';
import type { ActivityPage, ActivityView, Problem } from '@tidemark/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { createApp } from '../../src/create-app';
import { strangers, type Told } from './catalogue';
import { type SpecDatabase, specDatabase } from './database';
import { Jitter } from './jitter';
import { type Person, PeopleMaker } from './people';

/** Not what a spec has put into the trail. */
const WRITTEN_BY_THE_PRODUCT = `
  SELECT DISTINCT entity_type, action, description FROM activity
  WHERE request_id IS NOT NULL OR (source LIKE 'job:%' AND source <> 'job:spec')`;

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

/** The whole API on a database of its own, spoken to over HTTP without a socket. */
export class SpecApi {
  /** A project "Website" for client "Acme" with the lead and the member in it; the outsider is in none. */
  readonly people: PeopleMaker;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: SpecDatabase,
    private readonly admin: Client,
    private readonly dataDir: string,
    private readonly jitter: Jitter | null,
  ) {
    this.people = new PeopleMaker(this);
  }

  /** @param through where the API finds the database instead, such as a proxy that can fail */
  static async start(
    environment: Record<string, string> = {},
    through?: (url: string) => string,
  ): Promise<SpecApi> {
    const database = await specDatabase();
    const jitter = through ? null : await Jitter.asked(database.url);
    const reach = through ?? ((url: string) => jitter?.through(url) ?? url);
    const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-spec-'));
    const app = await createApp(
      loadConfig({
        DATABASE_URL: reach(database.url),
        DATABASE_POOL: '8',
        // A busy machine makes specs slow, and must not make them fail.
        DATABASE_PATIENCE: '10',
        DATA_DIR: dataDir,
        LOG_LEVEL: process.env['SPEC_LOG'] ?? 'fatal',
        ...environment,
      }),
    );
    jitter?.slowDown(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    return new SpecApi(app, database, admin, dataDir, jitter);
  }

  /** Every spec guards the catalogue: what the product recorded in it must be there, in the words it is told in. */
  async stop(): Promise<void> {
    await this.app.close();
    this.jitter?.stop();
    const unlisted = strangers(await this.sql<Told>(WRITTEN_BY_THE_PRODUCT));
    await this.admin.end();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
    if (unlisted.length > 0) throw new Error(unlisted.join('\n'));
  }

  get clock(): Clock {
    return this.app.get(Clock);
  }

  /** A statement by a superuser, past the API and its rights. */
  async sql<T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
    const { rows } = await this.admin.query(text, values);
    return rows as T[];
  }

  /** Does the work beside an open transaction of somebody else, which ends with it. */
  async beside<T>(work: (somebody: Client) => Promise<T>): Promise<T> {
    const somebody = new Client({ connectionString: this.database.adminUrl });
    await somebody.connect();
    try {
      await somebody.query('BEGIN');
      return await work(somebody);
    } finally {
      await somebody.end();
    }
  }

  /** Until so many requests wait for what another transaction holds, in this spec's database alone. */
  async waiting(many = 1, kind: 'advisory' | 'any' = 'any'): Promise<void> {
    const waits = `
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND ($1 IN ('any', wait_event))`;
    while ((await this.sql(waits, [kind])).length < many) await setTimeout(5);
  }

  as(person: Person): Requests {
    return new Requests(this.app, { authorization: `Bearer ${person.token}` });
  }

  get anonymous(): Requests {
    return new Requests(this.app, {});
  }
}

/** Requests with the same headers. Bodies are sent as JSON, and texts as CSV. */
export class Requests {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Record<string, string>,
  ) {}

  with(headers: Record<string, string>): Requests {
    return new Requests(this.app, { ...this.headers, ...headers });
  }

  get = <T = Problem>(path: string) => this.send<T>('GET', path);
  post = <T = Problem>(path: string, body?: unknown) => this.send<T>('POST', path, body);
  patch = <T = Problem>(path: string, body?: unknown) => this.send<T>('PATCH', path, body);
  put = <T = Problem>(path: string, body?: unknown) => this.send<T>('PUT', path, body);
  delete = <T = Problem>(path: string, body?: unknown) => this.send<T>('DELETE', path, body);

  /** The activities that this person sees, newest first. */
  async feed(query = ''): Promise<ActivityView[]> {
    const { status, body, text } = await this.get<ActivityPage>(`/activities${query}`);
    if (status !== 200) throw new Error(`The feed answered ${status}: ${text}`);
    return body.activities;
  }

  /** `path` is below /api, such as "/projects/7"; one that begins with "//" is taken from the root. */
  async send<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await this.app.inject({
      method,
      url: path.startsWith('//') ? path.slice(1) : `/api${path}`,
      headers: { ...(typeof body === 'string' && { 'content-type': 'text/csv' }), ...this.headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      body: (isJson && answer.body ? answer.json() : undefined) as T,
      headers: answer.headers,
      text: answer.body,
    };
  }
}
