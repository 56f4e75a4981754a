import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  IdPipe,
  SIGNED_IN,
  type Viewer,
  WRITERS,
} from '@tidemark/api/platform';
import type { TimeEntryPage, TimeEntryView, TimeSummary } from '@tidemark/contracts';
import { ReasonDto } from '../reason.dto';
import { ListTimeEntriesQuery, TimeSummaryQuery } from './list-time-entries.query';
import { ownTimer } from './own-timer';
import { SaveTimeEntryDto, UpdateTimeEntryDto } from './save-time-entry.dto';
import { TimeEntriesService } from './time-entries.service';
import { TimeEntryList } from './time-entry-list';
import { timeEntrySubject } from './time-entry.activity';
import { TimersService } from './timers.service';
import { TimeSummaries } from './time-summaries';

@ApiTags('time entries')
@Controller('time-entries')
export class TimeEntriesController {
  constructor(
    private readonly list: TimeEntryList,
    private readonly summaries: TimeSummaries,
    private readonly entries: TimeEntriesService,
    private readonly timers: TimersService,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Time entries that overlap a range: the own ones by default' })
  page(
    @CurrentUser() viewer: Viewer,
    @Query() query: ListTimeEntriesQuery,
  ): Promise<TimeEntryPage> {
    return this.list.page(viewer, query);
  }

  @Get('summary')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'The own seconds for each day, in the own zone' })
  summary(@CurrentUser() viewer: Viewer, @Query() query: TimeSummaryQuery): Promise<TimeSummary> {
    return this.summaries.of(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One time entry' })
  get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<TimeEntryView> {
    return this.list.get(viewer, id);
  }

  @Post()
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'created')
  @ApiOperation({ summary: 'Enter time by hand: for oneself, or as a lead for a member' })
  async create(
    @CurrentUser() viewer: Viewer,
    @Body() body: SaveTimeEntryDto,
  ): Promise<TimeEntryView> {
    return this.list.get(viewer, await this.entries.create(viewer, body));
  }

  @Patch(':id')
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'updated')
  @ApiOperation({ summary: 'Correct a time entry' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateTimeEntryDto,
  ): Promise<TimeEntryView> {
    await this.entries.update(viewer, id, body);
    return this.list.get(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'deleted')
  @ApiOperation({ summary: 'Delete a time entry, or discard the running timer' })
  delete(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.entries.delete(viewer, id, reason);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'stopped')
  @ApiOperation({ summary: "Stop a timer: the own, or as a lead a member's" })
  async stop(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
  ): Promise<TimeEntryView> {
    return this.list.get(viewer, await this.timers.stopOne(viewer, id));
  }

  // The activity is about the timer that starts, not about the entry that it takes up again.
  @Post(':id/resume')
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'started', ownTimer)
  @ApiOperation({ summary: 'Start the timer with the project, task and note of an entry' })
  async resume(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
  ): Promise<TimeEntryView> {
    return this.list.get(viewer, await this.timers.resume(viewer, id));
  }
}
