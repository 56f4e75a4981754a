import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, Now } from '@tidemark/web/ui';
import { readFilter, writeFilter } from './filter-codec';
import { countFilters, type PageFilter, resolve } from './page-filter';

/** The filter of the activity page. It lives in the address, so that Back brings it back and a link carries it. */
@Injectable()
export class PageFilters {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  private readonly params = toSignal(this.route.queryParams, { requireSync: true });

  readonly filter = computed(() => readFilter(this.params()));
  readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  /** What to ask the server for. */
  readonly resolved = computed(() => resolve(this.filter(), this.today()));
  readonly count = computed(() => countFilters(this.filter()));

  /** Changes some parts and keeps the others; undefined takes one away. */
  change(part: Partial<PageFilter>, options: { replace?: boolean } = {}): void {
    this.set({ ...this.filter(), ...part }, options);
  }

  set(filter: PageFilter, { replace = false }: { replace?: boolean } = {}): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeFilter(filter),
      replaceUrl: replace,
    });
  }

  clear(): void {
    this.set({});
  }
}
