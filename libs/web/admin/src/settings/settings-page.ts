import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReviewedPeriodView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  PageHeader,
  Pager,
  Skeleton,
} from '@tidemark/web/ui';
import { PeriodActions } from './period-actions';
import { PeriodsTable } from './periods-table';
import { SettingsApi } from './settings-api';
import { SettingsForm } from './settings-form';
import { SettingsText } from './settings-text';

const MONTHS_PER_PAGE = 24;

/** What is set for everybody, and which months are closed. Administrators change it, auditors read it. */
@Component({
  selector: 'tm-settings-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    PageHeader,
    Pager,
    PeriodsTable,
    RouterLink,
    SettingsForm,
    SettingsText,
    Skeleton,
  ],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  private readonly api = inject(SettingsApi);
  private readonly router = inject(Router);
  private readonly actions = inject(PeriodActions);
  private readonly me = inject(SessionStore).me;

  readonly page = input<string>();

  private readonly version = signal(0);
  protected readonly mayChange = computed(() => this.me()?.role === 'admin');
  protected readonly settings = loaded(
    () => this.version(),
    () => this.api.read(),
  );
  protected readonly months = loaded(
    () => ({ query: this.query(), version: this.version() }),
    ({ query }) => this.api.periods(query),
  );
  private readonly query = computed(() => {
    const page = Number(this.page());
    return { limit: MONTHS_PER_PAGE, page: Number.isInteger(page) && page > 0 ? page : 1 };
  });
  // Who may open this page is sent whole rows.
  protected readonly periods = computed(
    () => (this.months.value()?.periods ?? []) as ReviewedPeriodView[],
  );
  protected readonly isAnyClosed = computed(() => this.periods().some((one) => one.is_closed));

  protected async close(period: ReviewedPeriodView): Promise<void> {
    if (await this.actions.close(period)) this.again();
  }

  protected async open(period: ReviewedPeriodView): Promise<void> {
    if (await this.actions.open(period)) this.again();
  }

  /** Another zone makes other months. */
  protected again(): void {
    this.version.update((version) => version + 1);
  }

  protected go(page: number): void {
    void this.router.navigate([], { queryParams: { page: page > 1 ? page : null } });
  }
}
