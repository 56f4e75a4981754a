import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProblemException } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { ClosedPeriod } from './closed-period.entity';
import { monthName, monthOfId } from './month';

/** When something was; without an end it goes on. */
export interface Stretch {
  startedAt: Date;
  endedAt: Date | null;
}

const OVERLAPS = `period.beginsAt <= :startedAt AND period.endsAt > :startedAt
  OR period.beginsAt > :startedAt AND (CAST(:endedAt AS timestamptz) IS NULL OR period.beginsAt < :endedAt)`;

/** The lock on time in closed months. It holds for everybody: an administrator opens the month first. */
@Injectable()
export class ClosedPeriods {
  constructor(@InjectRepository(ClosedPeriod) private readonly periods: Repository<ClosedPeriod>) {}

  /**
   * Refuses time of which any part lies in a closed month.
   * @throws ProblemException locked, with the month
   */
  async refuse({ startedAt, endedAt }: Stretch): Promise<void> {
    const period = await this.periods
      .createQueryBuilder('period')
      .where(OVERLAPS, { startedAt, endedAt })
      .orderBy('period.id')
      .getOne();
    if (!period) return;
    throw new ProblemException(
      'locked',
      `${monthName(monthOfId(period.id))} is closed: time in it cannot change. An administrator can open it again in the settings`,
    );
  }
}
