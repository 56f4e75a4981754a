import { type Role, ROLES, type UserQuery } from '@tidemark/contracts';

export const PEOPLE_PER_PAGE = 25;
export const DEFAULT_SORT = 'display_name';

/** Who is shown: those who can sign in unless asked otherwise. */
export const ACTIVE_FILTERS = ['active', 'inactive', 'all'] as const;
export type ActiveFilter = (typeof ACTIVE_FILTERS)[number];

/** The list as the address bar says it; every part may be missing or mistyped. */
export interface PeopleAddress {
  q?: string;
  role?: string;
  show?: string;
  sort?: string;
  page?: string;
}

/** What the page shows and asks for. */
export interface PeopleList {
  q: string;
  role: Role | '';
  show: ActiveFilter;
  sort: string;
  page: number;
}

const SORTS = ['display_name', 'username', 'created_at', 'last_sign_in_at'];

/** Reads the address; what makes no sense in it counts as missing. */
export function readAddress({ q, role, show, sort, page }: PeopleAddress): PeopleList {
  return {
    q: q ?? '',
    role: ROLES.find((known) => known === role) ?? '',
    show: ACTIVE_FILTERS.find((known) => known === show) ?? 'active',
    sort: sort && SORTS.includes(sort.replace(/^-/, '')) ? sort : DEFAULT_SORT,
    page: /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : 1,
  };
}

/** The address of a list: only what differs from the default, null for what is to go. */
export function toAddress({ q, role, show, sort, page }: PeopleList): Record<string, unknown> {
  return {
    q: q || null,
    role: role || null,
    show: show === 'active' ? null : show,
    sort: sort === DEFAULT_SORT ? null : sort,
    page: page === 1 ? null : page,
  };
}

/** The request for a list. */
export function toQuery({ q, role, show, sort, page }: PeopleList): UserQuery {
  return {
    limit: PEOPLE_PER_PAGE,
    page,
    sort,
    ...(q && { q }),
    ...(role && { role }),
    ...(show !== 'all' && { is_active: show === 'active' }),
  };
}
