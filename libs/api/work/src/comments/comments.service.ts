import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, ProblemException, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { notThere, ProjectRights, type ViewedProject } from '../projects/project-rights';
import { Task } from '../tasks/task.entity';
import { Comment } from './comment.entity';
import { mayDelete, mayEdit } from './comment.view';
import { MentionedPeople } from './mentioned-people';

@Injectable()
export class CommentsService {
  constructor(
    @InjectRepository(Comment) private readonly comments: Repository<Comment>,
    @InjectRepository(Task) private readonly tasks: Repository<Task>,
    private readonly rights: ProjectRights,
    private readonly people: MentionedPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found, or archived */
  async onProject(viewer: Viewer, projectId: number, body: string): Promise<number> {
    await this.rights.work(viewer, projectId);
    return this.add(viewer, projectId, null, body);
  }

  /** @throws ProblemException not-found for the task, or archived for its project */
  async onTask(viewer: Viewer, taskId: number, body: string): Promise<number> {
    const task = await this.tasks.findOneBy({ id: taskId });
    if (!task) throw notThere('task');
    await this.rights.work(viewer, task.projectId, 'task');
    return this.add(viewer, task.projectId, taskId, body);
  }

  /** The same text again is no edit. @throws ProblemException not-found, archived, or forbidden */
  async edit(viewer: Viewer, id: number, body: string): Promise<void> {
    const { comment } = await this.find(viewer, id);
    if (!mayEdit(viewer, comment.authorId)) {
      throw new ProblemException('forbidden', 'Only who wrote a comment may edit it');
    }
    const stored = await this.people.store(body, comment.projectId, comment.body);
    if (stored === comment.body) return;
    await this.comments.update(id, { body: stored, editedAt: this.after(comment.editedAt) });
  }

  /** @throws ProblemException not-found, archived, or forbidden */
  async delete(viewer: Viewer, id: number): Promise<void> {
    const { comment, role } = await this.find(viewer, id);
    if (!mayDelete(viewer, comment.authorId, role)) {
      throw new ProblemException(
        'forbidden',
        'Only who wrote a comment, leads of the project and administrators may delete it',
      );
    }
    await this.comments.delete(id);
  }

  private async add(viewer: Viewer, projectId: number, taskId: number | null, body: string) {
    const { id } = await this.comments.save(
      this.comments.create({
        projectId,
        taskId,
        authorId: viewer.id,
        body: await this.people.store(body, projectId),
        createdAt: this.clock.now(),
      }),
    );
    return id;
  }

  /** Now, and later than the edit before, whatever the clock did: each edit shows in the trail. */
  private after(editedAt: Date | null): Date {
    const now = this.clock.now();
    return editedAt && now <= editedAt ? new Date(editedAt.getTime() + 1) : now;
  }

  private async find(viewer: Viewer, id: number): Promise<ViewedProject & { comment: Comment }> {
    const comment = await this.comments.findOneBy({ id });
    if (!comment) throw notThere('comment');
    return { ...(await this.rights.work(viewer, comment.projectId, 'comment')), comment };
  }
}
