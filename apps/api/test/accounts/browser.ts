import type { Login, Problem, Session } from '@tidemark/contracts';
import type { Answer, SpecApi } from '../support';

/** Somebody's browser: keeps cookies, and has an address of its own. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The `Set-Cookie` lines of the last answer. */
  received: string[] = [];

  constructor(
    private readonly api: SpecApi,
    private readonly address = '127.0.0.1',
  ) {}

  signIn(username: string, password: string): Promise<Answer<Session & Problem>> {
    return this.post('/auth/login', { username, password } satisfies Login);
  }

  refresh(): Promise<Answer<Session & Problem>> {
    return this.post('/auth/refresh', {});
  }

  async post<T = Problem>(path: string, body?: object, token?: string): Promise<Answer<T>> {
    const answer = await this.api.app.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: this.address,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { payload: body }),
    });
    this.keep([answer.headers['set-cookie'] ?? []].flat());
    return {
      status: answer.statusCode,
      body: (answer.body ? answer.json() : undefined) as T,
      headers: answer.headers,
      text: answer.body,
    };
  }

  /** Another tab, or a thief: the same cookies, kept apart from now on. */
  copy(): Browser {
    const copy = new Browser(this.api, this.address);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  private keep(lines: string[]): void {
    this.received = lines;
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0(;|$)/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
