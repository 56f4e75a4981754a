import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@tidemark/api/platform';
import { toHours } from '../time-entries/duration';
import type { MonthSpan } from './month';

export interface Tracked {
  hours: number;
  entry_count: number;
}

/**
 * One pass over the entries: `width_bucket` finds by bisection in which of the months each begins and ends.
 * What ends with a month has no time in the next one; what has no length lies where it starts.
 */
const TRACKED = `
  SELECT month, count(*)::int AS entry_count,
    floor(sum(extract(epoch FROM least(ended_at, ($2::timestamptz[])[month])
      - greatest(started_at, ($1::timestamptz[])[month]))))::float8 AS seconds
  FROM (SELECT started_at, greatest(started_at, coalesce(ended_at, $3::timestamptz)) AS ended_at
        FROM time_entry
        WHERE started_at < ($2::timestamptz[])[array_length($2::timestamptz[], 1)]
          AND (ended_at IS NULL OR ended_at > ($1::timestamptz[])[1] OR started_at >= ($1::timestamptz[])[1])) entry
  CROSS JOIN LATERAL generate_series(
    greatest(1, width_bucket(started_at, $1::timestamptz[])),
    greatest(width_bucket(started_at, $1::timestamptz[]),
      width_bucket(ended_at - interval '1 millisecond', $1::timestamptz[]))) AS month
  GROUP BY month`;

/** How much time there is in months, whoever tracked it. */
@Injectable()
export class PeriodHours {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param spans months that follow each other, the oldest first
   * @returns for each of them; an entry in several counts in each with its part
   */
  async of(spans: readonly MonthSpan[]): Promise<Tracked[]> {
    if (spans.length === 0) return [];
    const rows = await this.transactions.manager.query<
      { month: number; entry_count: number; seconds: number }[]
    >(TRACKED, [
      spans.map(({ beginsAt }) => beginsAt),
      spans.map(({ endsAt }) => endsAt),
      this.clock.now(),
    ]);
    const found = new Map(rows.map((row) => [row.month, row]));
    return spans.map((_, at) => {
      const { seconds = 0, entry_count = 0 } = found.get(at + 1) ?? {};
      return { hours: toHours(seconds), entry_count };
    });
  }
}
