import { Injectable } from '@nestjs/common';
import { Settings } from '@tidemark/api/accounts';
import { Clock, dayIn } from '@tidemark/api/platform';
import { refusedField } from '../refused-field';
import type { TimeEntry } from './time-entry.entity';

const DAY_MS = 86_400_000;

/** What the organisation says of changes to days that are past. */
export interface LateRule {
  /** Calendar days from that of an instant to today, in the zone of the organisation. */
  daysPast: (startedAt: Date) => number;
  /** Whether a change of what began then needs a reason. */
  needsReason: (startedAt: Date) => boolean;
}

/** Whoever changes a day that is long past says why. */
@Injectable()
export class LateEdits {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** As it is now. */
  async rule(): Promise<LateRule> {
    const { time_zone: zone, late_edit_days: limit } = await this.settings.read();
    const today = Date.parse(dayIn(zone, this.clock.now()));
    // Calendar days, because a day on which the clocks change has 23 or 25 hours.
    const daysPast = (at: Date) => (today - Date.parse(dayIn(zone, at))) / DAY_MS;
    return { daysPast, needsReason: (at) => limit !== null && daysPast(at) > limit };
  }

  /** @throws ProblemException validation-failed with `reason-required` when there is no reason and one is needed */
  async refuse({ startedAt }: Pick<TimeEntry, 'startedAt'>, reason?: string): Promise<void> {
    if (reason) return;
    const { daysPast, needsReason } = await this.rule();
    if (!needsReason(startedAt)) return;
    throw refusedField(
      'reason',
      'reason-required',
      `This day is ${daysPast(startedAt)} days past: say why it changes`,
    );
  }
}
