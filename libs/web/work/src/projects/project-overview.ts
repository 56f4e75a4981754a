import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { formatLongDate } from '@tidemark/web/ui';
import { formatAmount } from '../reports/report-words';
import { BudgetBar } from './budget-bar';

/** What a project is, in words and numbers. */
@Component({
  selector: 'tm-project-overview',
  imports: [BudgetBar, RouterLink],
  templateUrl: './project-overview.html',
  styleUrl: './project-overview.css',
})
export class ProjectOverview {
  private readonly session = inject(SessionStore);

  readonly project = input.required<ProjectView>();

  protected readonly rate = computed(() => {
    const rate = this.project().hourly_rate;
    return rate ? formatAmount(rate) : '–';
  });
  protected readonly created = computed(() =>
    formatLongDate(this.project().created_at, this.session.zone()),
  );
}
