import { computed, inject, resource, Service } from '@angular/core';
import type { SavedFilterView, SaveSavedFilter } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { lastLoaded, toProblem } from '@tidemark/web/ui';
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
  private readonly last = lastLoaded(this.page, () => this.me()?.id);

  /** Without those of others that would only be refused; the own ones stay, to be changed or deleted. */
  readonly all = computed(() =>
    (this.last()?.saved_filters ?? []).filter(({ can_use, can_edit }) => can_use || can_edit),
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
}

/** Whether a filter is the saved one, in whatever order its parts were chosen. */
export function isSame(filter: PageFilter, saved: SavedFilterView): boolean {
  const said = (one: PageFilter) => JSON.stringify(Object.entries(writeFilter(one)).sort());
  return said(filter) === said(readFilter(saved.filter));
}
