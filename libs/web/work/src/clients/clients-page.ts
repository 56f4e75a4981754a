import { Component, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import {
  ariaSort,
  EmptyState,
  HistoryLink,
  Icon,
  loaded,
  PageHeader,
  SortButton,
  StatusChip,
} from '@tidemark/web/ui';
import {
  countOf,
  FilterBar,
  FilterSelect,
  keepToPages,
  Listing,
  SearchBox,
  urlQuery,
} from '@tidemark/web/ui/pages';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { ClientActions } from './client-actions';
import { ClientsApi } from './clients-api';

const SHOWN = ['archived', 'all'] as const;
const SORTS = ['name', '-name', 'created_at', '-created_at'] as const;

/** For whom the team works. Administrators look after them, leads look them up. */
@Component({
  selector: 'tm-clients-page',
  imports: [
    EmptyState,
    FilterBar,
    FilterSelect,
    HistoryLink,
    Icon,
    Listing,
    MatMenuModule,
    PageHeader,
    RouterLink,
    SearchBox,
    SortButton,
    StatusChip,
  ],
  templateUrl: './clients-page.html',
  styleUrls: ['../../../ui/src/lists/list-page.css', './clients-page.css'],
  host: { class: 'page' },
})
export class ClientsPage {
  private readonly api = inject(ClientsApi);
  private readonly changes = inject(WorkChanges);
  protected readonly actions = inject(ClientActions);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  protected readonly ariaSort = ariaSort;
  protected readonly shownOptions = [
    { value: 'archived', label: 'Archived' },
    { value: 'all', label: 'All' },
  ];
  protected readonly shown = computed(() => this.url.oneOf('shown', SHOWN));
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly sort = computed(() => this.url.oneOf('sort', SORTS) ?? 'name');
  protected readonly active = computed(() => Number(this.shown() !== undefined));
  protected readonly isFiltered = computed(() => this.active() > 0 || this.text() !== '');

  protected readonly loaded = loaded(
    () => ({
      query: {
        q: this.text(),
        is_archived: this.shown() === 'all' ? undefined : this.shown() === 'archived',
        sort: this.sort(),
        page: this.url.page(),
      },
      version: this.changes.count('clients', 'projects'),
    }),
    ({ query }) => this.api.list(query),
  );
  protected readonly hint = computed(() => countOf(this.loaded.value()?.total, 'client'));

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected filter(name: string, value: string | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected clear(): void {
    this.url.clear('shown', 'q');
  }
}
