import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Locate, LogActivity } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  IdPipe,
  SIGNED_IN,
  type Viewer,
  WRITERS,
} from '@tidemark/api/platform';
import type { CommentPage, CommentView } from '@tidemark/contracts';
import { CommentList } from './comment-list';
import { commentSubject } from './comment.activity';
import type { Comment } from './comment.entity';
import { CommentsService } from './comments.service';
import { ListCommentsQuery } from './list-comments.query';
import { SaveCommentDto } from './save-comment.dto';

/** The id in the address is the one of what is commented on. */
const theNewOne: Locate<Comment> = ({ result }) =>
  result ? { id: (result as CommentView).id } : null;

@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(
    private readonly list: CommentList,
    private readonly comments: CommentsService,
  ) {}

  @Get('projects/:id/comments')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Comments on a project itself, oldest first' })
  ofProject(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Query() query: ListCommentsQuery,
  ): Promise<CommentPage> {
    return this.list.ofProject(viewer, id, query);
  }

  @Post('projects/:id/comments')
  @Allow(...WRITERS)
  @LogActivity(commentSubject, 'commented', theNewOne)
  @ApiOperation({ summary: 'Comment on a project' })
  async onProject(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { body }: SaveCommentDto,
  ): Promise<CommentView> {
    return this.list.get(viewer, await this.comments.onProject(viewer, id, body));
  }

  @Get('tasks/:id/comments')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Comments on a task, oldest first' })
  ofTask(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Query() query: ListCommentsQuery,
  ): Promise<CommentPage> {
    return this.list.ofTask(viewer, id, query);
  }

  @Post('tasks/:id/comments')
  @Allow(...WRITERS)
  @LogActivity(commentSubject, 'commented', theNewOne)
  @ApiOperation({ summary: 'Comment on a task' })
  async onTask(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { body }: SaveCommentDto,
  ): Promise<CommentView> {
    return this.list.get(viewer, await this.comments.onTask(viewer, id, body));
  }

  @Patch('comments/:id')
  @Allow(...WRITERS)
  @LogActivity(commentSubject, 'updated')
  @ApiOperation({ summary: 'Edit an own comment' })
  async edit(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() { body }: SaveCommentDto,
  ): Promise<CommentView> {
    await this.comments.edit(viewer, id, body);
    return this.list.get(viewer, id);
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(commentSubject, 'deleted')
  @ApiOperation({ summary: "Delete a comment: one's own or, as a lead, any" })
  delete(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.comments.delete(viewer, id);
  }
}
