import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  Clock,
  dayIn,
  nextDay,
  ProblemException,
  startOfDay,
  type Viewer,
} from '@tidemark/api/platform';
import type { TimeSummary } from '@tidemark/contracts';
import { Brackets, Repository } from 'typeorm';
import type { TimeSummaryQuery } from './list-time-entries.query';
import { TimeEntry } from './time-entry.entity';
import { summarise } from './time-summary';

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

@Injectable()
export class TimeSummaries {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly clock: Clock,
  ) {}

  /** The own time for each day in the own zone; the running timer counts up to now. */
  async of({ id: userId, timeZone: zone }: Viewer, query: TimeSummaryQuery): Promise<TimeSummary> {
    const now = this.clock.now();
    const { start_date: first = dayIn(zone, now), end_date: last = first } = query;
    refuseRange(first, last);
    const entries = await this.entries
      .createQueryBuilder('entry')
      .where('entry.userId = :userId', { userId })
      .andWhere('entry.startedAt < :to', { to: startOfDay(nextDay(last), zone) })
      .andWhere(
        new Brackets((end) =>
          end
            .where('entry.endedAt > :from', { from: startOfDay(first, zone) })
            .orWhere('entry.endedAt IS NULL'),
        ),
      )
      .getMany();
    const tracked = entries.map((entry) => ({ ...entry, endedAt: entry.endedAt ?? now }));
    return summarise(tracked, { first, last, zone });
  }
}

function refuseRange(first: string, last: string): void {
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (days < 1) {
    throw new ProblemException('invalid-parameter', 'end_date must not lie before start_date');
  }
  if (days > MAX_DAYS) {
    throw new ProblemException('invalid-parameter', `A summary spans ${MAX_DAYS} days at most`);
  }
}
