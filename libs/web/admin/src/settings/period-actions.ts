import { inject, Service } from '@angular/core';
import type { ReviewedPeriodView } from '@tidemark/contracts';
import {
  ConfirmDialog,
  type ConfirmQuestion,
  formatHours,
  formatMonth,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { SettingsApi } from './settings-api';

/** Closes and opens months, with what is asked and said on the way. Answers whether something has changed. */
@Service()
export class PeriodActions {
  private readonly api = inject(SettingsApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);

  async close(period: ReviewedPeriodView): Promise<boolean> {
    const name = formatMonth(period.month);
    const question: ConfirmQuestion = {
      title: `Close ${name}?`,
      text: `${sumOf(period)} cannot change any more, until you open the month again. What is not invoiced can still be billed.`,
      action: 'Close month',
    };
    if (!(await this.confirm.ask(question))) return false;
    return this.attempt(() => this.api.close(period.month), `Closed ${name}`);
  }

  async open(period: ReviewedPeriodView): Promise<boolean> {
    const name = formatMonth(period.month);
    const confirmation = await this.confirm.ask({
      title: `Open ${name} again?`,
      text: `${sumOf(period)} can change again. Everybody who reads the trail will see that the month was opened, and why.`,
      action: 'Open month',
      reason: 'required',
    });
    const reason = confirmation?.reason;
    if (!reason) return false;
    return this.attempt(() => this.api.open(period.month, { reason }), `Opened ${name}`);
  }

  private async attempt(task: () => Promise<unknown>, done: string): Promise<boolean> {
    try {
      await task();
      this.toast.show(done);
      return true;
    } catch (error) {
      this.toast.problem(toProblem(error));
      return false;
    }
  }
}

/** "12 entries with 34:30 hours" */
function sumOf({ entry_count, hours }: ReviewedPeriodView): string {
  const entries = entry_count === 1 ? '1 entry' : `${entry_count} entries`;
  return entry_count === 0 ? 'Its time, which is none,' : `${entries} with ${hoursOf(hours)} hours`;
}

export const hoursOf = (hours: number): string => formatHours(Math.round(hours * 3_600));
