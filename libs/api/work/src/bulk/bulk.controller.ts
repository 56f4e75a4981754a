import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import { Allow, CurrentUser, type Viewer, WRITERS } from '@tidemark/api/platform';
import type { BulkAnswer } from '@tidemark/contracts';
import {
  ArchiveProjectsDto,
  ChangeTasksDto,
  ChangeTimeEntriesDto,
  DeleteTimeEntriesDto,
} from './bulk.dto';
import { BulkService } from './bulk.service';

/** Changes of many things: all of them or none. */
@Controller()
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Patch('time-entries')
  @Allow(...WRITERS)
  @NotLogged('records each time entry, all with one batch id')
  @ApiTags('time entries')
  @ApiOperation({ summary: 'Move many time entries or change their billing: all or none' })
  changeTimeEntries(
    @CurrentUser() viewer: Viewer,
    @Body() body: ChangeTimeEntriesDto,
  ): Promise<BulkAnswer> {
    return this.bulk.changeTimeEntries(viewer, body);
  }

  @Delete('time-entries')
  @Allow(...WRITERS)
  @NotLogged('records each time entry, all with one batch id')
  @ApiTags('time entries')
  @ApiOperation({ summary: 'Delete many time entries, for a reason: all or none' })
  deleteTimeEntries(
    @CurrentUser() viewer: Viewer,
    @Body() body: DeleteTimeEntriesDto,
  ): Promise<BulkAnswer> {
    return this.bulk.deleteTimeEntries(viewer, body);
  }

  @Patch('tasks')
  @Allow(...WRITERS)
  @NotLogged('records what changed in each task, all with one batch id')
  @ApiTags('tasks')
  @ApiOperation({ summary: 'Change the status or the assignee of many tasks: all or none' })
  changeTasks(@CurrentUser() viewer: Viewer, @Body() body: ChangeTasksDto): Promise<BulkAnswer> {
    return this.bulk.changeTasks(viewer, body);
  }

  @Post('projects/archive')
  @HttpCode(200)
  @Allow(...WRITERS)
  @NotLogged('records each project, all with one batch id')
  @ApiTags('projects')
  @ApiOperation({ summary: 'Archive many projects: all or none' })
  archiveProjects(
    @CurrentUser() viewer: Viewer,
    @Body() body: ArchiveProjectsDto,
  ): Promise<BulkAnswer> {
    return this.bulk.archiveProjects(viewer, body);
  }
}
