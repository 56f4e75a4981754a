import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@tidemark/api/platform';
import type { Session } from '@tidemark/contracts';
import type { Step } from './step';
import { TEAM } from './team';

interface Login {
  token: string;
  cookies: Record<string, string>;
}

const NAME = /\{([^{}]+)\}/g;
const WHOLE_NAME = /^\{([^{}]+)\}$/;
const SOMEBODY = { address: '203.0.113.9', agent: 'curl/8.17.0' };

/** Where the demo team acts: the real product over HTTP without a socket, with its clock set to each step. */
export class Stage {
  private readonly clock: Clock;
  private readonly ids = new Map<string, number>();
  private readonly logins = new Map<string, Login>();

  constructor(private readonly app: NestFastifyApplication) {
    this.clock = app.get(Clock);
  }

  /**
   * Does one step.
   * @returns the body of the answer
   * @throws Error when the product answers otherwise than the step says
   */
  async play<T>(step: Step): Promise<T | undefined> {
    this.clock.set(step.at);
    const { by, method, as, refusedWith } = step;
    const path = step.path.replace(NAME, (_all, name: string) => String(this.idOf(name)));
    const { address, agent } = TEAM.find(({ username }) => username === by) ?? SOMEBODY;
    const login = by === undefined ? undefined : this.logins.get(by);
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      remoteAddress: address,
      headers: { 'user-agent': agent, ...(login && { authorization: `Bearer ${login.token}` }) },
      ...(login && path === '/auth/logout' && { cookies: login.cookies }),
      ...(step.body && { payload: this.withIds(step.body) }),
    });
    const isAsSaid = refusedWith ? answer.statusCode === refusedWith : answer.statusCode < 300;
    if (!isAsSaid) {
      throw new Error(`${by} ${method} ${path} at ${step.at.toISOString()}: ${answer.body}`);
    }
    const body = answer.body ? answer.json<T & Partial<Session> & { id?: number }>() : undefined;
    if (as && body?.id) this.know(as, body.id);
    if (by && body?.access_token) {
      const cookies = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
      this.logins.set(by, { token: body.access_token, cookies });
    }
    return body;
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
        const name = typeof value === 'string' ? WHOLE_NAME.exec(value)?.[1] : undefined;
        return [field, name === undefined ? value : this.idOf(name)];
      }),
    );
  }

  private idOf(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`Nothing is called ${name} yet`);
    return id;
  }
}
