import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  EmptyState,
  Icon,
  loaded,
  type MenuItem,
  MenuTrigger,
  PageHeader,
  Swatch,
} from '@tidemark/web/ui';
import type { TimeEntryTemplateView } from '@tidemark/contracts';
import { Rights } from '../shared/rights';
import { keepToPages, Listing, SearchBox, urlQuery } from '@tidemark/web/ui/pages';
import { WorkChanges } from '../shared/work-changes';
import { TemplateActions } from './template-actions';
import { TemplatesApi } from './templates-api';

const CLOSED = 'closed: no time is tracked on it any more';

/** The own templates: start, change and delete them. */
@Component({
  selector: 'tm-templates-page',
  imports: [EmptyState, Icon, Listing, MenuTrigger, PageHeader, RouterLink, SearchBox, Swatch],
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.css',
  host: { class: 'page' },
})
export class TemplatesPage {
  private readonly api = inject(TemplatesApi);
  private readonly changes = inject(WorkChanges);
  protected readonly actions = inject(TemplateActions);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly isFiltered = computed(() => this.text() !== '');
  protected readonly loaded = loaded(
    () => ({
      query: { q: this.text(), page: this.url.page() },
      version: this.changes.count('templates', 'projects', 'tasks'),
    }),
    ({ query }) => this.api.list(query),
  );

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected search(q: string): void {
    this.url.set({ q }, { replace: true });
  }

  protected clear(): void {
    this.url.clear('q');
  }

  /** "Website · Acme GmbH · Design · not billable" */
  protected whereOf(template: TimeEntryTemplateView): string {
    const { project_name, client_name, task_name, can_start, billable } = template;
    const words = project_name
      ? [project_name, client_name, task_name, can_start ? '' : CLOSED]
      : ['A project that you are no longer in'];
    return [...words, billable ? '' : 'not billable'].filter(Boolean).join(' · ');
  }

  protected menuOf(template: TimeEntryTemplateView): MenuItem[] {
    return [
      {
        label: 'Add time with it…',
        icon: 'plus',
        disabled: !template.can_start,
        run: () => void this.actions.addTime(template),
      },
      { label: 'Edit', icon: 'pen', run: () => void this.actions.edit(template) },
      { label: 'Delete', icon: 'trash', run: () => void this.actions.remove(template) },
    ];
  }
}
