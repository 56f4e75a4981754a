import { Component, computed, inject } from '@angular/core';
import { Icon, loaded, Swatch } from '@tidemark/web/ui';
import { WorkChanges } from '../shared/work-changes';
import { TimeEntriesApi } from '../time-entries/time-entries-api';
import { recentWork } from './recent-work';
import { TimerActions } from './timer-actions';
import { titleOf } from './timer-draft';

const LOOKED_AT = 30;
const OFFERED = 4;

/** What somebody did last, to go on with by one click. Nothing for those who did nothing yet. */
@Component({
  selector: 'tm-timer-suggestions',
  imports: [Icon, Swatch],
  template: `
    @if (recent().length > 0) {
      <ul aria-label="Go on with">
        @for (entry of recent(); track entry.id) {
          <li>
            <button type="button" (click)="actions.resume(entry)">
              <tm-icon name="play" [size]="14" />
              <span class="truncate">{{ titleOf(entry) }}</span>
              <tm-swatch [color]="entry.project_color" />
              <span class="project truncate">{{ entry.project_name }}</span>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './timer-suggestions.css',
})
export class TimerSuggestions {
  private readonly api = inject(TimeEntriesApi);
  private readonly changes = inject(WorkChanges);
  protected readonly actions = inject(TimerActions);

  private readonly latest = loaded(
    () => ({ limit: LOOKED_AT, version: this.changes.count('time') }),
    ({ limit }) => this.api.list({ limit }),
  );
  protected readonly recent = computed(() =>
    recentWork(this.latest.value()?.time_entries ?? [], OFFERED),
  );
  protected readonly titleOf = titleOf;
}
