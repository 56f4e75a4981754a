import { HttpErrorResponse } from '@angular/common/http';
import type { Problem, ProblemCode } from '@tidemark/contracts';

/** What went wrong without an answer from the server; the browser's own codes beside the server's. */
export type LocalCode = 'offline' | 'unreachable' | 'timeout' | 'unexpected';

/** `Retry` makes sense: the same request may succeed later. */
const TRANSIENT = new Set([0, 408, 429, 500, 502, 503, 504]);

const SENTENCES: Record<LocalCode, [title: string, detail: string]> = {
  offline: ['You are offline', 'You are offline. Check the connection and try again.'],
  unreachable: [
    'Tidemark cannot be reached',
    'Tidemark could not be reached. Check the connection and try again.',
  ],
  timeout: ['That took too long', 'The server took too long to answer. Try again.'],
  unexpected: ['Something went wrong', 'Something went wrong here. Try again, or reload the page.'],
};

/** Turns whatever a request threw into a problem with a sentence that a person can act on. */
export function toProblem(error: unknown): Problem {
  if (error instanceof HttpErrorResponse) return fromResponse(error);
  if (isProblem(error)) return error;
  if (error instanceof Error && error.name === 'TimeoutError') return localProblem('timeout');
  return localProblem('unexpected');
}

/** The code at the end of `type`: "/problems/not-found" → "not-found". */
export function codeOf(problem: Problem): ProblemCode | LocalCode {
  return problem.type.slice(problem.type.lastIndexOf('/') + 1) as ProblemCode | LocalCode;
}

/** Whether trying the same again can help. */
export function isTransient(problem: Problem): boolean {
  return TRANSIENT.has(problem.status);
}

function fromResponse(response: HttpErrorResponse): Problem {
  if (isProblem(response.error)) return response.error;
  if (response.status !== 0) return answeredWithoutProblem(response.status);
  return localProblem(navigator.onLine === false ? 'offline' : 'unreachable');
}

/** A proxy in front of the product answers in its own words, which help nobody. */
function answeredWithoutProblem(status: number): Problem {
  if (status === 504 || status === 408) return { ...localProblem('timeout'), status };
  if (status >= 500) return { ...localProblem('unreachable'), status };
  return { ...localProblem('unexpected'), status };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Problem>).type === 'string' &&
    typeof (value as Partial<Problem>).status === 'number' &&
    typeof (value as Partial<Problem>).detail === 'string'
  );
}

function localProblem(code: LocalCode): Problem {
  const [title, detail] = SENTENCES[code];
  return {
    type: `/problems/${code}`,
    title,
    status: 0,
    detail,
    instance: '',
    error: title,
    message: detail,
  };
}
