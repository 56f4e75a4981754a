import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewedPeriodView } from '@tidemark/contracts';
import {
  type ChipKind,
  formatMonth,
  Icon,
  RelativeTime,
  StatusChip,
  Tooltip,
} from '@tidemark/web/ui';
import { hoursOf } from './period-actions';

/** Months with what is in them, and who closed which. */
@Component({
  selector: 'tm-periods-table',
  imports: [Icon, RelativeTime, RouterLink, StatusChip, Tooltip],
  templateUrl: './periods-table.html',
  styleUrl: './periods-table.css',
})
export class PeriodsTable {
  readonly periods = input.required<readonly ReviewedPeriodView[]>();
  readonly mayChange = input.required<boolean>();
  readonly closed = output<ReviewedPeriodView>();
  readonly opened = output<ReviewedPeriodView>();

  protected readonly rows = computed(() =>
    this.periods().map((period) => ({
      period,
      name: formatMonth(period.month),
      hours: hoursOf(period.hours),
      status: statusOf(period),
    })),
  );
}

function statusOf({ is_closed, is_over }: ReviewedPeriodView): { kind: ChipKind; label: string } {
  if (is_closed) return { kind: 'good', label: 'Closed' };
  return is_over ? { kind: 'warn', label: 'Open' } : { kind: 'tide', label: 'Current' };
}
