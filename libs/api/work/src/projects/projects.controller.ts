import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity, NotLogged } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  IdPipe,
  SIGNED_IN,
  type Viewer,
  WRITERS,
} from '@tidemark/api/platform';
import type { ProjectPage, ProjectView } from '@tidemark/contracts';
import { ReasonDto } from '../reason.dto';
import { ListProjectsQuery } from './list-projects.query';
import { ProjectDeletion } from './project-deletion';
import { ProjectFavoritesService } from './project-favorites.service';
import { ProjectList } from './project-list';
import { projectSubject } from './project.activity';
import { ProjectsService } from './projects.service';
import { SaveProjectDto, UpdateProjectDto } from './save-project.dto';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly list: ProjectList,
    private readonly projects: ProjectsService,
    private readonly favorites: ProjectFavoritesService,
    private readonly deletion: ProjectDeletion,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: "Projects: all for administrators and auditors, else one's own" })
  page(@CurrentUser() viewer: Viewer, @Query() query: ListProjectsQuery): Promise<ProjectPage> {
    return this.list.page(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One project' })
  get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<ProjectView> {
    return this.list.get(viewer, id);
  }

  @Post()
  @Allow(...WRITERS)
  @NotLogged('records the project and then the lead it begins with')
  @ApiOperation({ summary: 'Create a project; a member who does leads it' })
  async create(@CurrentUser() viewer: Viewer, @Body() body: SaveProjectDto): Promise<ProjectView> {
    return this.list.get(viewer, await this.projects.create(viewer, body));
  }

  @Patch(':id')
  @Allow(...WRITERS)
  @LogActivity(projectSubject, 'updated')
  @ApiOperation({ summary: 'Change a project, as its lead' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateProjectDto,
  ): Promise<ProjectView> {
    await this.projects.update(viewer, id, body);
    return this.list.get(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @NotLogged('records every task that goes with the project, and the project')
  @ApiOperation({ summary: 'Delete a project without time entries, as an administrator' })
  delete(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.deletion.delete(viewer, id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Allow(...WRITERS)
  @LogActivity(projectSubject, 'archived')
  @ApiOperation({ summary: 'Archive a project: nothing in it changes any more' })
  async archive(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ProjectView> {
    await this.projects.archive(viewer, id, reason);
    return this.list.get(viewer, id);
  }

  @Post(':id/unarchive')
  @HttpCode(200)
  @Allow(...WRITERS)
  @LogActivity(projectSubject, 'unarchived')
  @ApiOperation({ summary: 'Take a project out of the archive: it is active again' })
  async unarchive(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ProjectView> {
    await this.projects.unarchive(viewer, id, reason);
    return this.list.get(viewer, id);
  }

  @Put(':id/favorite')
  @HttpCode(204)
  @Allow(...WRITERS)
  @NotLogged('records it unless the project was a favorite already')
  @ApiOperation({ summary: "Put a project among one's favorites" })
  favorite(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.favorites.add(viewer, id);
  }

  @Delete(':id/favorite')
  @HttpCode(204)
  @Allow(...WRITERS)
  @NotLogged('records it if the project was a favorite')
  @ApiOperation({ summary: "Take a project out of one's favorites" })
  unfavorite(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.favorites.remove(viewer, id);
  }
}
