import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity, NotLogged } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  IdPipe,
  REVIEWERS,
  SIGNED_IN,
  type Viewer,
} from '@tidemark/api/platform';
import type { InvitedUser, Invitation, UserPage, UserView } from '@tidemark/contracts';
import { Invitations } from './invitations';
import { ListUsersQuery } from './list-users.query';
import { userSubject } from './user.activity';
import { CreateUserDto, SaveUserDto } from './user.dto';
import { UserList } from './user-list';
import { toUserView } from './user.view';
import { UsersService } from './users.service';

@ApiTags('people')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly list: UserList,
    private readonly invitations: Invitations,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'People: details for administrators and auditors, else active names' })
  page(@CurrentUser() viewer: Viewer, @Query() query: ListUsersQuery): Promise<UserPage> {
    return this.list.page(viewer, query);
  }

  @Get(':id')
  @Allow(...REVIEWERS)
  @ApiOperation({ summary: 'One person' })
  async read(@Param('id', IdPipe) id: number): Promise<UserView> {
    return toUserView(await this.users.find(id));
  }

  @Post()
  @Allow('admin')
  @NotLogged('Records the person itself: the answer carries the invitation beside the person')
  @ApiOperation({ summary: 'Makes an account; answers it and the invitation link, shown once' })
  async create(@Body() body: CreateUserDto): Promise<InvitedUser> {
    const { user, invitation } = await this.users.create(body);
    return { user: toUserView(user), invitation };
  }

  @Patch(':id')
  @Allow('admin')
  @LogActivity(userSubject, 'updated')
  @ApiOperation({ summary: 'Changes name, e-mail or role; deactivates and reactivates' })
  async update(
    @CurrentUser() admin: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: SaveUserDto,
  ): Promise<UserView> {
    return toUserView(await this.users.update(admin.id, id, body));
  }

  @Post(':id/invitation')
  @Allow('admin')
  @NotLogged('Records it itself: no audited field of the person changes')
  @ApiOperation({ summary: 'A new invitation link in place of the last, shown once' })
  invite(@Param('id', IdPipe) id: number): Promise<Invitation> {
    return this.invitations.renew(id);
  }
}
