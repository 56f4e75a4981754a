import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { codeOf, toProblem } from '@tidemark/web/ui';
import { catchError, defer, from, type Observable, of, switchMap, throwError } from 'rxjs';
import { WITHOUT_SESSION } from './session-api';
import { SessionStore } from './session-store';

/**
 * Puts the access token on requests to the own API. When the token has expired, all requests that notice wait for the same
 * one refresh and are repeated; only then a 401 ends the session.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || request.context.get(WITHOUT_SESSION))
    return next(request);
  const session = inject(SessionStore);
  const send = (token: string): Observable<HttpEvent<unknown>> => next(withBearer(request, token));

  return tokenFor(session).pipe(
    switchMap((token) =>
      send(token).pipe(
        catchError((error: unknown) =>
          isExpired(error)
            ? from(session.refresh(token)).pipe(
                switchMap((fresh) => sendLast(send(fresh), session)),
              )
            : throwError(() => error),
        ),
      ),
    ),
  );
};

/** Without waiting where a good token is at hand. */
function tokenFor(session: SessionStore): Observable<string> {
  const token = session.freshToken();
  return token ? of(token) : defer(() => session.refresh());
}

function sendLast<T>(sent: Observable<T>, session: SessionStore): Observable<T> {
  return sent.pipe(
    catchError((error: unknown) => {
      if (isExpired(error)) session.end();
      return throwError(() => error);
    }),
  );
}

function withBearer(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}

function isExpired(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse) || error.status !== 401) return false;
  return ['token-expired', 'unauthenticated'].includes(codeOf(toProblem(error)));
}
