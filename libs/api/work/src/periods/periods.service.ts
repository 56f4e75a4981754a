import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Settings } from '@tidemark/api/accounts';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, ProblemException, Transactions, type Viewer } from '@tidemark/api/platform';
import { IsNull, LessThan, Repository } from 'typeorm';
import { TimeEntry } from '../time-entries/time-entry.entity';
import { ClosedPeriod } from './closed-period.entity';
import { monthId, monthName, type MonthSpan, spanOf } from './month';
import { PeriodHours } from './period-hours';

/** Whoever writes time shares it, by a trigger; closing a month has it alone. The number means nothing. */
const TIME_LOCK = 7_420_261;
const MAX_NAMES = 5;

/** Closes and opens months. */
@Injectable()
export class PeriodsService {
  constructor(
    @InjectRepository(ClosedPeriod) private readonly periods: Repository<ClosedPeriod>,
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly hours: PeriodHours,
    private readonly settings: Settings,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a month, and records how much is in it; one that is closed stays as it is.
   * @throws ProblemException conflict for a month that is not over, or in which a timer began that still runs
   */
  close(viewer: Viewer, month: string): Promise<void> {
    return this.alone(async () => {
      const { time_zone: zone } = await this.settings.read();
      const span = spanOf(month, zone);
      this.refuseUnfinished(month, span, zone);
      const id = monthId(month);
      if (await this.periods.existsBy({ id })) return;
      await this.refuseRunning(month, span);
      await this.periods.insert({
        id,
        ...span,
        closedAt: this.clock.now(),
        closedBy: viewer.id,
      });
      await this.record(month, span, { from: false, to: true });
    });
  }

  /** Opens a month again; one that is open stays as it is. */
  open(month: string, reason: string): Promise<void> {
    return this.alone(async () => {
      const period = await this.periods.findOneBy({ id: monthId(month) });
      if (!period) return;
      await this.periods.delete(period.id);
      await this.record(month, period, { from: true, to: false }, reason);
    });
  }

  /** While nobody writes time: who began before is waited for, who comes later waits, and then sees what was done. */
  private alone(work: () => Promise<void>): Promise<void> {
    return this.transactions.run(async () => {
      await this.transactions.manager.query('SELECT pg_advisory_xact_lock($1)', [TIME_LOCK]);
      await work();
    });
  }

  private refuseUnfinished(month: string, { endsAt }: MonthSpan, zone: string): void {
    if (endsAt <= this.clock.now()) return;
    throw new ProblemException(
      'conflict',
      `${monthName(month)} is not over yet in ${zone}: a month can be closed when it is past`,
    );
  }

  private async refuseRunning(month: string, { endsAt }: MonthSpan): Promise<void> {
    const running = await this.entries.find({
      where: { endedAt: IsNull(), startedAt: LessThan(endsAt) },
      relations: { user: true },
      order: { startedAt: 'ASC' },
    });
    if (running.length === 0) return;
    const names = running.slice(0, MAX_NAMES).map(({ user }) => user.displayName);
    const more = running.length > MAX_NAMES ? ` and ${running.length - MAX_NAMES} more` : '';
    throw new ProblemException(
      'conflict',
      `A timer that began before the end of ${monthName(month)} still runs: stop that of ${names.join(', ')}${more} first`,
    );
  }

  private async record(
    month: string,
    span: MonthSpan,
    closed: { from: boolean; to: boolean },
    reason?: string,
  ): Promise<void> {
    const [tracked] = await this.hours.of([span]);
    const name = monthName(month);
    await this.activity.log({
      action: 'updated',
      entity_type: 'setting',
      entity_id: monthId(month),
      entity_name: name,
      description: reason ? `Opened period ${name}: ${reason}` : `Closed period ${name}`,
      changes: [{ field: 'closed', ...closed }],
      extra_data: { period: month, reason, ...tracked },
    });
  }
}
