import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { codeOf, toProblem } from '@tidemark/web/ui';
import { tap } from 'rxjs';
import { Connection } from './connection';

const NOT_ANSWERING = new Set([0, 502, 503, 504]);

/** Tells the connection how each request to the own API went. */
export const connectionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const connection = inject(Connection);
  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) connection.succeeded();
      },
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse)) return;
        if (isNoAnswer(error)) connection.failed();
        else connection.succeeded();
      },
    }),
  );
};

/** A mail server that does not answer is not the product that does not. */
function isNoAnswer(error: HttpErrorResponse): boolean {
  return NOT_ANSWERING.has(error.status) && codeOf(toProblem(error)) !== 'mail-failed';
}
