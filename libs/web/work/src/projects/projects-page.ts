import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PROJECT_STATUSES, type ProjectView } from '@tidemark/contracts';
import {
  ariaSort,
  EmptyState,
  HistoryLink,
  Icon,
  loaded,
  PageHeader,
  SortButton,
  Swatch,
} from '@tidemark/web/ui';
import { ClientChoices } from '../clients/client-choices';
import {
  countOf,
  FilterBar,
  FilterPicker,
  FilterSelect,
  keepToPages,
  Listing,
  SearchBox,
  SelectBox,
  Selection,
  SelectStart,
  urlQuery,
} from '@tidemark/web/ui/pages';
import { ProjectBulk } from '../bulk/project-bulk';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { BudgetBar } from './budget-bar';
import { FavoriteButton } from './favorite-button';
import { ProjectActions } from './project-actions';
import { ProjectMenu } from './project-menu';
import { PROJECT_STATUS_LABELS } from './project-status';
import { ProjectStatusChip } from './project-status-chip';
import { ProjectsApi } from './projects-api';

const FILTERS = ['status', 'client_id'] as const;
const NOT_ARCHIVED = 'active,on_hold,completed';
const STATUS_OPTIONS = [
  ...PROJECT_STATUSES.map((value) => ({ value, label: PROJECT_STATUS_LABELS[value] })),
  { value: 'all', label: 'All' },
];
const SORTS = ['favorite', 'name', 'client_name', 'tracked_hours', 'created_at'] as const;

/** All projects one may see: a table to scan, cards on a phone. */
@Component({
  selector: 'tm-projects-page',
  imports: [
    BudgetBar,
    EmptyState,
    FavoriteButton,
    FilterBar,
    FilterPicker,
    FilterSelect,
    HistoryLink,
    Icon,
    Listing,
    PageHeader,
    ProjectBulk,
    ProjectMenu,
    ProjectStatusChip,
    RouterLink,
    SearchBox,
    SelectBox,
    SelectStart,
    SortButton,
    Swatch,
  ],
  templateUrl: './projects-page.html',
  styleUrls: ['../../../ui/src/lists/list-page.css', './projects-page.css'],
  host: { class: 'page' },
})
export class ProjectsPage {
  private readonly api = inject(ProjectsApi);
  private readonly changes = inject(WorkChanges);
  private readonly router = inject(Router);
  protected readonly actions = inject(ProjectActions);
  protected readonly clients = inject(ClientChoices);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  protected readonly statusOptions = STATUS_OPTIONS;
  protected readonly ariaSort = ariaSort;
  protected readonly status = computed(() =>
    this.url.oneOf('status', [...PROJECT_STATUSES, 'all']),
  );
  protected readonly clientId = computed(() => this.url.id('client_id'));
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly sort = computed(
    () =>
      this.url.oneOf('sort', [...SORTS, ...SORTS.map((name) => `-${name}` as const)]) ?? 'favorite',
  );
  protected readonly active = computed(
    () => FILTERS.filter((name) => this.url.text(name) !== undefined).length,
  );
  protected readonly isFiltered = computed(() => this.active() > 0 || this.text() !== '');

  protected readonly loaded = loaded(
    () => ({
      query: {
        q: this.text(),
        status: this.status() ?? NOT_ARCHIVED,
        client_id: this.clientId(),
        sort: this.sort(),
        page: this.url.page(),
      },
      version: this.changes.count('projects'),
    }),
    ({ query }) => this.api.list(query),
  );
  protected readonly hint = computed(() => countOf(this.loaded.value()?.total, 'project'));

  private readonly selectable = computed(() =>
    (this.loaded.value()?.projects ?? []).filter((project) => this.isSelectable(project)),
  );
  protected readonly selection = new Selection(this.selectable);
  protected readonly canSelect = computed(() => this.selectable().length > 0);

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  /** Those that can be archived. */
  protected isSelectable({ can_manage, status }: ProjectView): boolean {
    return can_manage && status !== 'archived';
  }

  protected filter(name: string, value: string | number | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected clear(): void {
    this.url.clear(...FILTERS, 'q');
  }

  protected async create(): Promise<void> {
    const project = await this.actions.create();
    if (project) await this.router.navigate(['/projects', project.id]);
  }
}
