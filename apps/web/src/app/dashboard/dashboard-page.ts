import { Component, inject } from '@angular/core';
import { ActivityFeed } from '@tidemark/web/activity';
import { PageHeader } from '@tidemark/web/ui';
import {
  EntriesToday,
  Rights,
  TeamNow,
  TimerCard,
  WeekCard,
  WorkChanges,
} from '@tidemark/web/work';

/** Today: the timer, what the day and the week add up to, and what the others do. */
@Component({
  selector: 'tm-dashboard-page',
  imports: [ActivityFeed, EntriesToday, PageHeader, TeamNow, TimerCard, WeekCard],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
  host: { class: 'page' },
})
export class DashboardPage {
  protected readonly rights = inject(Rights);
  protected readonly changes = inject(WorkChanges);
}
