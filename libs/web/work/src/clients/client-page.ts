import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import {
  EmptyState,
  ErrorState,
  formatLongDate,
  Icon,
  loaded,
  Skeleton,
  StatusChip,
  Swatch,
} from '@tidemark/web/ui';
import { RecordPage } from '@tidemark/web/ui/pages';
import { BudgetBar } from '../projects/budget-bar';
import { ProjectStatusChip } from '../projects/project-status-chip';
import { ProjectsApi } from '../projects/projects-api';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { ClientActions } from './client-actions';
import { ClientsApi } from './clients-api';

const SHOWN = 50;

/** One client: how to reach them, the projects for them, and their history. */
@Component({
  selector: 'tm-client-page',
  imports: [
    BudgetBar,
    EmptyState,
    ErrorState,
    Icon,
    ProjectStatusChip,
    RecordPage,
    RouterLink,
    Skeleton,
    StatusChip,
    Swatch,
  ],
  templateUrl: './client-page.html',
  styleUrls: ['../../../ui/src/record/facts.css', './client-page.css'],
  host: { class: 'page' },
})
export class ClientPage {
  private readonly api = inject(ClientsApi);
  private readonly projectsApi = inject(ProjectsApi);
  private readonly session = inject(SessionStore);
  protected readonly actions = inject(ClientActions);
  protected readonly changes = inject(WorkChanges);
  protected readonly rights = inject(Rights);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'Clients', link: '/clients' };
  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count('clients', 'projects') }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly client = computed(() => {
    const client = this.loaded.value();
    return client?.id === this.id() ? client : undefined;
  });
  protected readonly projects = loaded(
    () => {
      const client_id = this.client()?.id;
      return client_id === undefined
        ? undefined
        : { client_id, version: this.changes.count('projects') };
    },
    ({ client_id }) => this.projectsApi.list({ client_id, sort: 'name', limit: SHOWN }),
  );
  protected readonly created = computed(() =>
    formatLongDate(this.client()?.created_at ?? 0, this.session.zone()),
  );
}
