import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  pageInfo,
  pageWindow,
  readsEverything,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type { CommentPage, CommentView } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { ProjectMember } from '../projects/project-member.entity';
import { notThere, ProjectRights } from '../projects/project-rights';
import { selectColumns } from '../select-columns';
import { Task } from '../tasks/task.entity';
import { Comment } from './comment.entity';
import { type CommentRow, toCommentView } from './comment.view';
import type { ListCommentsQuery } from './list-comments.query';
import { MentionedPeople } from './mentioned-people';

const COLUMNS: Record<keyof CommentRow, string> = {
  id: 'comment.id',
  project_id: 'comment.projectId',
  project_status: 'project.status',
  task_id: 'comment.taskId',
  user_id: 'comment.authorId',
  username: 'author.username',
  display_name: 'author.displayName',
  body: 'comment.body',
  created_at: 'comment.createdAt',
  edited_at: 'comment.editedAt',
  my_role: 'mine.role',
};

/** Comments as their viewers see them: a page costs three queries and one more for whom it mentions. */
@Injectable()
export class CommentList {
  constructor(
    @InjectRepository(Comment) private readonly comments: Repository<Comment>,
    @InjectRepository(Task) private readonly tasks: Repository<Task>,
    private readonly rights: ProjectRights,
    private readonly people: MentionedPeople,
  ) {}

  /** Those on the project itself. @throws ProblemException not-found */
  async ofProject(viewer: Viewer, projectId: number, query: ListCommentsQuery) {
    await this.rights.see(viewer, projectId);
    const found = this.visible(viewer)
      .andWhere('comment.projectId = :projectId', { projectId })
      .andWhere('comment.taskId IS NULL');
    return this.page(viewer, found, query);
  }

  /** @throws ProblemException not-found for a task of a project that the viewer may not know of */
  async ofTask(viewer: Viewer, taskId: number, query: ListCommentsQuery) {
    const task = await this.tasks.findOneBy({ id: taskId });
    if (!task) throw notThere('task');
    await this.rights.see(viewer, task.projectId, 'task');
    const found = this.visible(viewer).andWhere('comment.taskId = :taskId', { taskId });
    return this.page(viewer, found, query);
  }

  /** @throws ProblemException not-found */
  async get(viewer: Viewer, id: number): Promise<CommentView> {
    const found = this.visible(viewer).andWhere('comment.id = :id', { id });
    const row = await selectColumns(found, COLUMNS).getRawOne<CommentRow>();
    if (!row) throw notThere('comment');
    return toCommentView(viewer, row, await this.people.of([row.body]));
  }

  private visible(viewer: Viewer): SelectQueryBuilder<Comment> {
    const query = this.comments
      .createQueryBuilder('comment')
      .innerJoin('comment.project', 'project')
      .innerJoin('comment.author', 'author')
      .leftJoin(
        ProjectMember,
        'mine',
        'mine.projectId = comment.projectId AND mine.userId = :viewerId',
        { viewerId: viewer.id },
      );
    return readsEverything(viewer) ? query : query.andWhere('mine.id IS NOT NULL');
  }

  private async page(
    viewer: Viewer,
    found: SelectQueryBuilder<Comment>,
    query: ListCommentsQuery,
  ): Promise<CommentPage> {
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'created_at', {
      created_at: 'created_at',
    });
    const total = await found.getCount();
    const rows = await selectColumns(found, COLUMNS)
      .orderBy(column, direction)
      .addOrderBy('id', direction)
      .limit(take)
      .offset(skip)
      .getRawMany<CommentRow>();
    const person = await this.people.of(rows.map(({ body }) => body));
    return {
      comments: rows.map((row) => toCommentView(viewer, row, person)),
      ...pageInfo(total, query),
    };
  }
}
