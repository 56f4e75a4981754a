import { Module } from '@nestjs/common';
import { AccountsModule } from '@tidemark/api/accounts';
import { DatabaseModule } from '@tidemark/api/platform';
import { TimeEntry } from '../time-entries/time-entry.entity';
import { ClosedPeriod } from './closed-period.entity';
import { ClosedPeriods } from './closed-periods';
import { PeriodHours } from './period-hours';
import { PeriodList } from './period-list';
import { PeriodsController } from './periods.controller';
import { PeriodsService } from './periods.service';

@Module({
  imports: [AccountsModule, DatabaseModule.forFeature([ClosedPeriod, TimeEntry])],
  controllers: [PeriodsController],
  providers: [ClosedPeriods, PeriodHours, PeriodList, PeriodsService],
  exports: [ClosedPeriods],
})
export class PeriodsModule {}
