import { ACCOUNT_REQUESTS } from './requests/accounts';
import { ACTIVITY_REQUESTS } from './requests/activities';
import { OFFICE_REQUESTS } from './requests/office';
import { PROJECT_REQUESTS } from './requests/projects';
import type { Row } from './requests/row';
import { TASK_REQUESTS } from './requests/tasks';
import { TIME_REQUESTS } from './requests/time';
import type { World } from './world';

export type { Row };

/** Who may do what. Every route under /api that is not open to anybody has a row; a spec compares. */
export const MATRIX: Row[] = [
  ...ACTIVITY_REQUESTS,
  ...ACCOUNT_REQUESTS,
  ...PROJECT_REQUESTS,
  ...TASK_REQUESTS,
  ...TIME_REQUESTS,
  ...OFFICE_REQUESTS,
];

/** Routes that anybody may call: they are about getting in. */
export const OPEN_ROUTES = [
  'GET /setup',
  'POST /setup',
  'POST /auth/login',
  'POST /auth/refresh',
  'POST /auth/logout',
  'POST /auth/invitation',
];

export const pathOf = (row: Row, world: World): string => row.path?.(world) ?? row.route;
export const titleOf = ({ method, route, about }: Row): string =>
  `${method} ${route}${about ? `, ${about}` : ''}`;
