import type { Role } from '@tidemark/contracts';

/** The person behind a request, as much of it as every domain needs. */
export interface Viewer {
  readonly id: number;
  readonly role: Role;
  /** IANA name: whole days in filters are days of this zone. */
  readonly timeZone: string;
}

/** On whose behalf work is done. It is always explicit: a person, somebody not signed in, or a named job. */
export interface Caller {
  readonly userId: number | null;
  /** "person", "anonymous" or "job:<name>" */
  readonly source: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

/** Administrators and auditors read everything. */
export const readsEverything = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === 'admin' || role === 'auditor';
