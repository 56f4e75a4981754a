import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity } from '@tidemark/api/activity';
import { Allow, CurrentUser, SIGNED_IN, type Viewer, WRITERS } from '@tidemark/api/platform';
import type { CurrentTimer, RunningTimers, TimeEntryView } from '@tidemark/contracts';
import { ownTimer } from './own-timer';
import { StartTimerDto } from './save-time-entry.dto';
import { TimeEntryList } from './time-entry-list';
import { timeEntrySubject } from './time-entry.activity';
import { TimersService } from './timers.service';

@ApiTags('timers')
@Controller('timers')
export class TimersController {
  constructor(
    private readonly timers: TimersService,
    private readonly list: TimeEntryList,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Who is working on what right now, as far as the viewer may see it' })
  running(@CurrentUser() viewer: Viewer): Promise<RunningTimers> {
    return this.list.running(viewer);
  }

  @Get('current')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'The own running timer, and what time it is' })
  current(@CurrentUser() viewer: Viewer): Promise<CurrentTimer> {
    return this.list.current(viewer);
  }

  @Post('start')
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'started')
  @ApiOperation({ summary: 'Start the timer' })
  async start(@CurrentUser() viewer: Viewer, @Body() body: StartTimerDto): Promise<TimeEntryView> {
    return this.list.get(viewer, await this.timers.start(viewer, body));
  }

  @Post('stop')
  @HttpCode(200)
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'stopped', ownTimer)
  @ApiOperation({ summary: 'Stop the own timer' })
  async stop(@CurrentUser() viewer: Viewer): Promise<TimeEntryView> {
    return this.list.get(viewer, await this.timers.stop(viewer));
  }
}
