import { Component, computed, inject } from '@angular/core';
import { ActivityFeed } from '@tidemark/web/activity';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, formatLongDay, Now, PageHeader } from '@tidemark/web/ui';
import { EntriesToday, Rights, TeamNow, TimerCard, WeekCard } from '@tidemark/web/work';

/** Today: the timer, what the day and the week add up to, and what the others do. */
@Component({
  selector: 'tm-dashboard-page',
  imports: [ActivityFeed, EntriesToday, PageHeader, TeamNow, TimerCard, WeekCard],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
  host: { class: 'page' },
})
export class DashboardPage {
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  protected readonly rights = inject(Rights);

  protected readonly date = computed(() =>
    formatLongDay(dayIn(this.session.zone(), this.now.everyMinute())),
  );
}
