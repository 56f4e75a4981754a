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
import type {
  TimeEntryTemplatePage,
  TimeEntryTemplateView,
  TimeEntryView,
} from '@tidemark/contracts';
import { ownTimer } from '../time-entries/own-timer';
import { TimeEntryList } from '../time-entries/time-entry-list';
import { timeEntrySubject } from '../time-entries/time-entry.activity';
import { ListTemplatesQuery } from './list-templates.query';
import { SaveTemplateDto, UpdateTemplateDto } from './save-template.dto';
import { TemplateList } from './template-list';
import { TemplatesService } from './templates.service';
import { timeEntryTemplateSubject } from './time-entry-template.activity';

@ApiTags('time entry templates')
@Controller('time-entry-templates')
export class TemplatesController {
  constructor(
    private readonly list: TemplateList,
    private readonly templates: TemplatesService,
    private readonly entries: TimeEntryList,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'The own templates for time entries' })
  page(
    @CurrentUser() viewer: Viewer,
    @Query() query: ListTemplatesQuery,
  ): Promise<TimeEntryTemplatePage> {
    return this.list.page(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One of the own templates' })
  get(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
  ): Promise<TimeEntryTemplateView> {
    return this.list.get(viewer, id);
  }

  @Post()
  @Allow(...WRITERS)
  @LogActivity(timeEntryTemplateSubject, 'created')
  @ApiOperation({ summary: 'Keep work that one tracks again and again as a template' })
  async create(
    @CurrentUser() viewer: Viewer,
    @Body() body: SaveTemplateDto,
  ): Promise<TimeEntryTemplateView> {
    return this.list.get(viewer, await this.templates.create(viewer, body));
  }

  @Patch(':id')
  @Allow(...WRITERS)
  @LogActivity(timeEntryTemplateSubject, 'updated')
  @ApiOperation({ summary: 'Rename or change a template' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateTemplateDto,
  ): Promise<TimeEntryTemplateView> {
    await this.templates.update(viewer, id, body);
    return this.list.get(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(timeEntryTemplateSubject, 'deleted')
  @ApiOperation({ summary: 'Delete a template; what was tracked from it stays' })
  delete(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.templates.delete(viewer, id);
  }

  // The activity is about the timer that starts, not about the template.
  @Post(':id/start')
  @Allow(...WRITERS)
  @LogActivity(timeEntrySubject, 'started', ownTimer)
  @ApiOperation({ summary: 'Start the timer with what a template says' })
  async start(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
  ): Promise<TimeEntryView> {
    return this.entries.get(viewer, await this.templates.start(viewer, id));
  }
}
