import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProblemException, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import type { Project } from '../projects/project.entity';
import { ProjectRights } from '../projects/project-rights';
import { refusedField } from '../refused-field';
import { Task } from '../tasks/task.entity';

/** What time can be tracked on, by whom and for whom. */
@Injectable()
export class EntryWork {
  constructor(
    @InjectRepository(Task) private readonly tasks: Repository<Task>,
    private readonly rights: ProjectRights,
  ) {}

  /**
   * The project of an entry that somebody makes or changes for its person.
   * @throws ProblemException not-found, archived, forbidden for those who may not enter time for others,
   * or validation-failed when that person is not in the project
   */
  async project(viewer: Viewer, projectId: number, ownerId: number): Promise<Project> {
    const { project, canManage } = await this.rights.work(viewer, projectId);
    if (ownerId === viewer.id) return project;
    if (!canManage) {
      throw new ProblemException(
        'forbidden',
        'Only leads of the project and administrators may enter time for others',
      );
    }
    if (!(await this.rights.canWork(ownerId, projectId))) {
      throw refusedField('user_id', 'not-a-member', 'This person is not in the project');
    }
    return project;
  }

  /** @throws ProblemException validation-failed for a task of another project */
  async task(projectId: number, taskId: number | null | undefined): Promise<Task | null> {
    if (!taskId) return null;
    const task = await this.tasks.findOneBy({ id: taskId, projectId });
    if (task) return task;
    throw refusedField('task_id', 'other-project', 'The task is not one of this project');
  }
}
