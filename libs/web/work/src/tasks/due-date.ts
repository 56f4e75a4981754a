import { Component, computed, inject, input } from '@angular/core';
import type { TaskStatus } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, formatDay, Icon, Now } from '@tidemark/web/ui';

const OVER = new Set<TaskStatus>(['done', 'cancelled']);

/** When a task is due. A task that is late says so, with a sign and not by colour alone. */
@Component({
  selector: 'tm-due-date',
  imports: [Icon],
  template: `
    @if (due()) {
      <span class="num" [attr.data-state]="state()">
        @if (state() === 'overdue') {
          <tm-icon name="warning" [size]="14" /><span class="visually-hidden">Overdue:</span>
        }
        {{ text() }}
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
    }
    span {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      color: var(--ink-soft);
      white-space: nowrap;
    }
    [data-state='overdue'] {
      color: var(--bad);
      font-weight: 560;
    }
    [data-state='today'] {
      color: var(--warn);
      font-weight: 560;
    }
  `,
})
export class DueDate {
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);

  /** A day: "2026-01-15" */
  readonly due = input.required<string | null>();
  readonly status = input.required<TaskStatus>();

  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  protected readonly text = computed(() => formatDay(this.due() ?? '', this.today()));
  protected readonly state = computed(() => {
    const due = this.due();
    if (!due || OVER.has(this.status()) || due > this.today()) return 'fine';
    return due === this.today() ? 'today' : 'overdue';
  });
}
