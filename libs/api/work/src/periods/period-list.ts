import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Settings } from '@tidemark/api/accounts';
import {
  Clock,
  pageInfo,
  PagedQuery,
  pageWindow,
  readsEverything,
  Transactions,
  type Viewer,
} from '@tidemark/api/platform';
import type { PeriodPage, PeriodView, ReviewedPeriodView } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { ClosedPeriod } from './closed-period.entity';
import { monthId, monthIn, monthsDown, spanOf } from './month';
import { PeriodHours } from './period-hours';

const FIRST = `
  SELECT least((SELECT min(started_at) FROM time_entry), (SELECT min(begins_at) FROM closed_period)) AS at`;

/** The months of the organisation: everybody may know which are closed, reviewers also what is in them. */
@Injectable()
export class PeriodList {
  constructor(
    @InjectRepository(ClosedPeriod) private readonly periods: Repository<ClosedPeriod>,
    private readonly hours: PeriodHours,
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, query: PagedQuery): Promise<PeriodPage> {
    const { take, skip } = pageWindow(query);
    const { time_zone: zone } = await this.settings.read();
    const all = await this.months(zone);
    const months = all.slice(skip, skip + take);
    const closed = await this.closed();
    const periods = readsEverything(viewer)
      ? await this.reviewed(months, zone, closed)
      : months.map((month): PeriodView => ({ month, is_closed: closed.has(monthId(month)) }));
    return { periods, ...pageInfo(all.length, query) };
  }

  /** One month, as those see it who close and open it. */
  async get(month: string): Promise<ReviewedPeriodView> {
    const { time_zone: zone } = await this.settings.read();
    const [period] = await this.reviewed([month], zone, await this.closed());
    if (!period) throw new Error(`No period for ${month}`);
    return period;
  }

  /** From the first that has time, or is closed, up to now. */
  private async months(zone: string): Promise<string[]> {
    const [first] = await this.transactions.manager.query<{ at: Date | null }[]>(FIRST);
    if (!first?.at) return [];
    return monthsDown(monthIn(zone, first.at), monthIn(zone, this.clock.now()));
  }

  private async closed(): Promise<ReadonlyMap<number, ClosedPeriod>> {
    const rows = await this.periods.find({ relations: { closer: true } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @param months the newest first */
  private async reviewed(
    months: readonly string[],
    zone: string,
    closed: ReadonlyMap<number, ClosedPeriod>,
  ): Promise<ReviewedPeriodView[]> {
    const spans = months.map((month) => spanOf(month, zone));
    const tracked = (await this.hours.of(spans.toReversed())).reverse();
    const now = this.clock.now();
    return months.map((month, at): ReviewedPeriodView => {
      const id = monthId(month);
      const by = closed.get(id);
      return {
        id,
        month,
        is_closed: by !== undefined,
        is_over: (spans[at]?.endsAt ?? now) <= now,
        ...(tracked[at] ?? { hours: 0, entry_count: 0 }),
        closed_at: by?.closedAt.toISOString() ?? null,
        closed_by: by?.closedBy ?? null,
        closed_by_display_name: by?.closer.displayName ?? null,
      };
    });
  }
}
