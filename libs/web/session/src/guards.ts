import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Role } from '@tidemark/contracts';
import { SessionStore } from './session-store';

/** Only for people signed in; others sign in first and come back. Waits while the server does not answer. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.restored();
  if (session.unreachable()) return false;
  if (session.me()) return true;
  const queryParams = url === '/' ? {} : { next: url };
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams }));
};

/** Only for people not signed in; others are sent on to where they were going. */
export const signedOut: CanActivateFn = async (route) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.restored();
  if (session.unreachable()) return false;
  return session.me()
    ? new RedirectCommand(nextUrl(router, route.queryParamMap.get('next')))
    : true;
};

/** Only for these roles ("lead": leads a project); others are shown the page that does not exist. Stands under `signedIn`. */
export function allow(...roles: (Role | 'lead')[]): CanActivateFn {
  return (_route, { url }) => {
    const me = inject(SessionStore).me();
    if (me && (roles.includes(me.role) || (me.is_lead && roles.includes('lead')))) return true;
    return new RedirectCommand(inject(Router).parseUrl('/not-found'), { browserUrl: url });
  };
}

/** Where `?next=` leads: a path of this product; today's page for anything else. */
export function nextUrl(router: Router, next: string | null) {
  const isPath = next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in');
  return router.parseUrl(isPath ? next : '/');
}
