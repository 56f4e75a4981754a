import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, formatLongDay } from '@tidemark/web/ui';
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

  protected readonly created = computed(() => {
    const day = dayIn(this.session.zone(), this.project().created_at);
    return `${formatLongDay(day)} ${day.slice(0, 4)}`;
  });
}
