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
import type { TaskPage, TaskView } from '@tidemark/contracts';
import { ListTasksQuery } from './list-tasks.query';
import { SaveTaskDto, UpdateTaskDto } from './save-task.dto';
import { TaskList } from './task-list';
import { taskSubject } from './task.activity';
import { TasksService } from './tasks.service';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly list: TaskList,
    private readonly tasks: TasksService,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Tasks of the projects that the viewer may see' })
  page(@CurrentUser() viewer: Viewer, @Query() query: ListTasksQuery): Promise<TaskPage> {
    return this.list.page(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One task' })
  get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<TaskView> {
    return this.list.get(viewer, id);
  }

  @Post()
  @Allow(...WRITERS)
  @LogActivity(taskSubject, 'created')
  @ApiOperation({ summary: 'Create a task in a project that one is in' })
  async create(@CurrentUser() viewer: Viewer, @Body() body: SaveTaskDto): Promise<TaskView> {
    return this.list.get(viewer, await this.tasks.create(viewer, body));
  }

  @Patch(':id')
  @Allow(...WRITERS)
  @LogActivity(taskSubject, 'updated')
  @ApiOperation({ summary: 'Change a task: its status and assignee too' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateTaskDto,
  ): Promise<TaskView> {
    await this.tasks.update(viewer, id, body);
    return this.list.get(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(taskSubject, 'deleted')
  @ApiOperation({ summary: 'Delete a task without time entries' })
  delete(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.tasks.delete(viewer, id);
  }
}
