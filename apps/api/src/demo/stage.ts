import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@tidemark/api/platform';
import type { Session } from '@tidemark/contracts';
import { Nights } from './nights';
import type { Step } from './step';
import { TEAM } from './team';

interface Login {
  token: string;
  cookies: Record<string, string>;
}

const NAME = /\{([^{}]+)\}/g;
const WHOLE_NAME = /^\{([^{}]+)\}$/;
const SOMEBODY = { address: '203.0.113.9', agent: 'curl/8.17.0' };

interface Request extends Pick<Step, 'at' | 'path' | 'refusedWith'> {
  by?: string | undefined;
  method: Step['method'] | 'GET';
}

type Payload = Step['body'] | string;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the demo team acts: the real product over HTTP without a socket, with its clock set to each step. */
export class Stage {
  private readonly clock: Clock;
  private readonly ids = new Map<string, number>();
  private readonly logins = new Map<string, Login>();
  /** Names of things that never came about. */
  private readonly missing = new Set<string>();
  private readonly nights: Nights;

  constructor(private readonly app: NestFastifyApplication) {
    this.clock = app.get(Clock);
    this.nights = new Nights(app);
  }

  /**
   * Does one step, after what the product does by itself until then.
   * @returns the body of the answer; undefined also for a step that there is no reason for
   * @throws Error when the product answers otherwise than the step says
   */
  async play<T>(step: Step): Promise<T | undefined> {
    await this.nights.passUntil(step.at);
    this.clock.set(step.at);
    const payload = await this.payloadOf(step);
    if (payload === null) {
      if (step.as) this.missing.add(step.as);
      return undefined;
    }
    const answer = await this.request(step, payload);
    const body = answer.body ? answer.json<T & Partial<Session> & { id?: number }>() : undefined;
    const { as, by } = step;
    const id = step.made ? step.made(body as never) : body?.id;
    if (as && id) this.know(as, id);
    if (by && body?.access_token) {
      const cookies = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
      this.logins.set(by, { token: body.access_token, cookies });
    }
    return body;
  }

  /** @returns null when the step is about something that never came about, or there is nothing to do */
  private async payloadOf(step: Step): Promise<Payload | null> {
    const about = [...step.path.matchAll(NAME)].map(([, name = '']) => name);
    if (about.some((name) => this.missing.has(name))) return null;
    if (!step.asks) return step.csv ?? (step.body && this.withIds(step.body));
    const { path, body } = step.asks;
    const { by, at } = step;
    const answer = await this.request({ at, by, method: 'GET', path });
    const made = body(answer.json<never>());
    return made && this.withIds(made);
  }

  private async request(step: Request, payload?: Payload) {
    const { by, method, refusedWith } = step;
    const path = step.path.replace(NAME, (_all, name: string) => String(this.idOf(name)));
    const { address, agent } = TEAM.find(({ username }) => username === by) ?? SOMEBODY;
    const login = by === undefined ? undefined : this.logins.get(by);
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      remoteAddress: address,
      headers: {
        'user-agent': agent,
        ...(login && { authorization: `Bearer ${login.token}` }),
        ...(typeof payload === 'string' && { 'content-type': 'text/csv' }),
      },
      ...(login && path === '/auth/logout' && { cookies: login.cookies }),
      ...(payload && { payload }),
    });
    const isAsSaid = refusedWith ? answer.statusCode === refusedWith : answer.statusCode < 300;
    if (isAsSaid) return answer;
    throw new Error(`${by} ${method} ${path} at ${step.at.toISOString()}: ${answer.body}`);
  }

  /** From now on steps may speak of a thing by this name. */
  know(name: string, id: number): void {
    this.ids.set(name, id);
  }

  /** Real time goes on. */
  leave(): void {
    this.clock.set(null);
  }

  private withIds(body: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(body).map(([field, value]) => {
        if (Array.isArray(value)) return [field, value.map((each) => this.withId(each))];
        return [field, isObject(value) ? this.withTexts(value) : this.withId(value)];
      }),
    );
  }

  private withId(value: unknown): unknown {
    const name = typeof value === 'string' ? WHOLE_NAME.exec(value)?.[1] : undefined;
    return name === undefined ? value : this.idOf(name);
  }

  private withTexts(values: Record<string, unknown>): Record<string, string> {
    const texts = Object.entries(this.withIds(values)).map(([name, value]) => [
      name,
      String(value),
    ]);
    return Object.fromEntries(texts) as Record<string, string>;
  }

  private idOf(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`Nothing is called ${name} yet`);
    return id;
  }
}
