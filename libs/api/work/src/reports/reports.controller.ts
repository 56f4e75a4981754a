import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnswersFile, Allow, CurrentUser, SIGNED_IN, type Viewer } from '@tidemark/api/platform';
import type { TimeReport } from '@tidemark/contracts';
import { ReportFiles } from './report-files';
import { TimeReportQuery } from './time-report.query';
import { TimeReports } from './time-reports.service';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: TimeReports,
    private readonly files: ReportFiles,
  ) {}

  @Get('time')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Hours, billable share and amounts of the time that one may see' })
  time(@CurrentUser() viewer: Viewer, @Query() query: TimeReportQuery): Promise<TimeReport> {
    return this.reports.of(viewer, query);
  }

  @Get('time.csv')
  @Allow(...SIGNED_IN)
  @AnswersFile('text/csv')
  @ApiOperation({ summary: 'The same rows for a spreadsheet, and a line with the total' })
  timeFile(
    @CurrentUser() viewer: Viewer,
    @Query() query: TimeReportQuery,
  ): Promise<StreamableFile> {
    return this.files.report(viewer, query);
  }

  @Get('entries.csv')
  @Allow(...SIGNED_IN)
  @AnswersFile('text/csv')
  @ApiOperation({ summary: 'The single entries behind the report for a spreadsheet' })
  entriesFile(
    @CurrentUser() viewer: Viewer,
    @Query() query: TimeReportQuery,
  ): Promise<StreamableFile> {
    return this.files.entries(viewer, query);
  }
}
