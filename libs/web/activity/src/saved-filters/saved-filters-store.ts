import { computed, inject, resource, Service } from '@angular/core';
import type { SavedFilterView, SaveSavedFilter } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { lastLoaded, toProblem } from '@tidemark/web/ui';
import { seesEverything } from '../entity-badges';
import { readFilter, writeFilter } from '../filter/filter-codec';
import type { PageFilter } from '../filter/page-filter';
import { SavedFiltersApi } from './saved-filters-api';

/** The saved filters that the viewer can use. */
@Service()
export class SavedFiltersStore {
  private readonly api = inject(SavedFiltersApi);
  private readonly me = inject(SessionStore).me;

  private readonly page = resource({
    params: () => this.me()?.id,
    loader: () => this.api.list(),
  });
  private readonly last = lastLoaded(this.page);

  /** Without those that would only be refused: others' activities are not for everybody to ask for. */
  readonly all = computed(() =>
    (this.last()?.saved_filters ?? []).filter((saved) => this.isUsable(saved)),
  );
  readonly problem = computed(() => {
    const error = this.page.error();
    return error && toProblem(error);
  });

  reload(): void {
    this.page.reload();
  }

  async create(filter: SaveSavedFilter): Promise<SavedFilterView> {
    const saved = await this.api.create(filter);
    this.reload();
    return saved;
  }

  async update(id: number, filter: Partial<SaveSavedFilter>): Promise<SavedFilterView> {
    const saved = await this.api.update(id, filter);
    this.reload();
    return saved;
  }

  async delete(id: number): Promise<void> {
    await this.api.delete(id);
    this.reload();
  }

  private isUsable({ filter: { user_id } }: SavedFilterView): boolean {
    const me = this.me();
    return user_id === undefined || user_id === `${me?.id}` || (!!me && seesEverything(me));
  }
}

/** Whether a filter is the saved one, in whatever order its parts were chosen. */
export function isSame(filter: PageFilter, saved: SavedFilterView): boolean {
  const said = (one: PageFilter) => JSON.stringify(Object.entries(writeFilter(one)).sort());
  return said(filter) === said(readFilter(saved.filter));
}
