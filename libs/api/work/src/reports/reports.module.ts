import { Module } from '@nestjs/common';
import { TimeEntriesModule } from '../time-entries/time-entries.module';
import { ReportFiles } from './report-files';
import { ReportsController } from './reports.controller';
import { TimeReports } from './time-reports.service';

@Module({
  imports: [TimeEntriesModule],
  controllers: [ReportsController],
  providers: [ReportFiles, TimeReports],
})
export class ReportsModule {}
