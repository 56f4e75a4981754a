import type { World } from '../world';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** What outsider, member, lead, auditor and administrator are answered. */
type Statuses = [outsider: number, member: number, lead: number, auditor: number, admin: number];

export interface Row {
  method: Method;
  /** As the OpenAPI document writes it. */
  route: string;
  /** Says what is special, where a route has several rows. */
  about?: string;
  path?: (world: World) => string;
  body?: (world: World) => unknown;
  statuses: Statuses;
}

export const all = (status: number): Statuses => [status, status, status, status, status];
export const adminOnly = (status: number): Statuses => [403, 403, 403, 403, status];
export const leads = (status: number): Statuses => [404, 403, status, 403, status];
export const members = (status: number): Statuses => [404, status, status, 403, status];
export const readers: Statuses = [404, 200, 200, 200, 200];
export const reviewers: Statuses = [403, 403, 403, 200, 200];

let made = 0;
/** No two are alike. */
export const serial = (): number => ++made;
export const unique = (text: string): string => `${text} ${serial()}`;
