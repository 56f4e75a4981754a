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
import type { MemberPage, MemberView } from '@tidemark/contracts';
import { ListMembersQuery } from './list-projects.query';
import { ProjectMembersService } from './project-members.service';
import { projectMemberSubject } from './project.activity';
import { ChangeRoleDto, SaveMemberDto } from './save-member.dto';

/** Who is in a project. `:userId`, and the id that the answers carry, is the person's. */
@ApiTags('projects')
@Controller('projects/:id/members')
export class ProjectMembersController {
  constructor(private readonly members: ProjectMembersService) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'The people in a project' })
  page(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Query() query: ListMembersQuery,
  ): Promise<MemberPage> {
    return this.members.page(viewer, id, query);
  }

  @Post()
  @Allow(...WRITERS)
  @LogActivity(projectMemberSubject, 'updated', ({ params, result }) => {
    const member = result as MemberView | undefined;
    return member ? { projectId: params['id'], userId: member.id } : null;
  })
  @ApiOperation({ summary: 'Add a person to a project, as its lead' })
  add(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: SaveMemberDto,
  ): Promise<MemberView> {
    return this.members.add(viewer, id, body);
  }

  @Patch(':userId')
  @Allow(...WRITERS)
  @LogActivity(projectMemberSubject, 'updated', ({ params }) => ({
    projectId: params['id'],
    userId: params['userId'],
  }))
  @ApiOperation({ summary: "Change a member's role, as lead of the project" })
  changeRole(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Param('userId', IdPipe) userId: number,
    @Body() { role }: ChangeRoleDto,
  ): Promise<MemberView> {
    return this.members.changeRole(viewer, id, userId, role);
  }

  @Delete(':userId')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(projectMemberSubject, 'updated', ({ params }) => ({
    projectId: params['id'],
    userId: params['userId'],
  }))
  @ApiOperation({ summary: 'Take a person out of a project, as its lead' })
  remove(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Param('userId', IdPipe) userId: number,
  ): Promise<void> {
    return this.members.remove(viewer, id, userId);
  }
}
