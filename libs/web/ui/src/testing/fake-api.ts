import {
  HttpErrorResponse,
  type HttpInterceptorFn,
  type HttpRequest,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import type { FieldProblem, Problem, ProblemCode } from '@tidemark/contracts';
import { defer, delay, from, map, type Observable, throwError } from 'rxjs';

export interface Sent {
  /** "POST /api/timers/start" */
  route: string;
  body: unknown;
  params: Record<string, string>;
}

/** Gives the body of the answer; a stream answers when it likes; a throw refuses. */
export type Answer = (sent: Sent) => unknown;

/** Stands for the server: answers by route, remembers what it was sent. A route without an answer is an error. */
export class FakeApi {
  readonly sent: Sent[] = [];

  constructor(readonly answers: Record<string, Answer>) {}

  /** What was sent to a route, oldest first. */
  bodies(route: string): unknown[] {
    return this.sent.filter((one) => one.route === route).map(({ body }) => body);
  }

  provide() {
    return provideHttpClient(withInterceptors([this.interceptor]));
  }

  private readonly interceptor: HttpInterceptorFn = (request) =>
    defer(() => this.answer(request)).pipe(map((body) => new HttpResponse({ body })));

  private answer(request: HttpRequest<unknown>): Observable<unknown> {
    const { method, url, body, params } = request;
    const route = `${method} ${url}`;
    const named = params.keys().map((name): [string, string] => [name, params.get(name) ?? '']);
    const sent = { route, body, params: Object.fromEntries(named) };
    this.sent.push(sent);
    const answer = this.answers[route];
    if (!answer) return throwError(() => refusal(404, 'not-found', `No answer to ${route}`));
    const given = answer(sent);
    return isStream(given) ? given : from([given]).pipe(delay(0));
  }
}

/** What the client throws when the server refuses. */
export function refusal(
  status: number,
  code: ProblemCode,
  detail: string,
  errors?: FieldProblem[],
): HttpErrorResponse {
  const error: Problem = {
    type: `/problems/${code}`,
    title: detail,
    status,
    detail,
    instance: 'req-7f3a',
    errors,
    error: detail,
    message: detail,
  };
  return new HttpErrorResponse({ status, error });
}

/** An answer that refuses. */
export function refuse(...given: Parameters<typeof refusal>): Answer {
  return () => throwError(() => refusal(...given));
}

function isStream(value: unknown): value is Observable<unknown> {
  return typeof value === 'object' && value !== null && 'subscribe' in value;
}
