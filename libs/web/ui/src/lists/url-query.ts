import { effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { PageInfo } from '@tidemark/contracts';

type Value = string | number | boolean | null | undefined;

/** What the address says after its "?". The values are those of the moment; reading them in a signal follows them. */
export interface UrlQuery {
  text(name: string): string | undefined;
  /** Undefined for anything but a positive whole number. */
  id(name: string): number | undefined;
  /** Undefined for anything that is not in the list. */
  oneOf<T extends string>(name: string, list: readonly T[]): T | undefined;
  page(): number;
  /** Changes some and keeps the others; null, undefined and "" take one away. Any change leads back to the first page. */
  set(changes: Record<string, Value>, options?: { replace?: boolean }): void;
  /** Takes all of these away. */
  clear(...names: string[]): void;
}

/** Filters, sort and page live in the address: Back restores them and a link carries them. In an injection context. */
export function urlQuery(): UrlQuery {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const params = toSignal(route.queryParamMap, { requireSync: true });

  const text = (name: string) => params().get(name) ?? undefined;
  const id = (name: string) => positiveInteger(text(name));
  const set: UrlQuery['set'] = (changes, { replace = false } = {}) =>
    void router.navigate([], {
      relativeTo: route,
      queryParams: blanksToNull({ page: null, ...changes }),
      queryParamsHandling: 'merge',
      replaceUrl: replace,
    });
  return {
    text,
    id,
    oneOf: (name, list) => list.find((one) => one === text(name)),
    page: () => id('page') ?? 1,
    set,
    clear: (...names) => set(Object.fromEntries(names.map((name) => [name, null]))),
  };
}

/** Goes back to the last page when the one asked for is beyond it: its last row was deleted, or the link is old. */
export function keepToPages(url: UrlQuery, answered: () => PageInfo | undefined): void {
  effect(() => {
    const { pages, current_page } = answered() ?? { pages: 1, current_page: 1 };
    if (current_page > Math.max(1, pages) && current_page === untracked(url.page)) {
      url.set({ page: pages > 1 ? pages : null }, { replace: true });
    }
  });
}

function positiveInteger(text = ''): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

function blanksToNull(changes: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, value === '' ? null : (value ?? null)]),
  );
}
