import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { ProblemException, Transactions, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { commentSubject } from '../comments/comment.activity';
import { taskSubject } from '../tasks/task.activity';
import { timeEntryTemplateSubject } from '../templates/time-entry-template.activity';
import { TimeEntry } from '../time-entries/time-entry.entity';
import { Dependents } from './dependents';
import { ProjectFavorite } from './project-favorite.entity';
import { ProjectMember } from './project-member.entity';
import { projectSubject } from './project.activity';
import { Project } from './project.entity';
import { ProjectRights } from './project-rights';

/** Takes a project away with everything that makes no sense without it. Tracked time is never lost this way. */
@Injectable()
export class ProjectDeletion {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectRepository(ProjectMember) private readonly members: Repository<ProjectMember>,
    @InjectRepository(ProjectFavorite) private readonly favorites: Repository<ProjectFavorite>,
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly dependents: Dependents,
    private readonly rights: ProjectRights,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  /** @throws ProblemException not-found, forbidden, or in-use while it has time entries */
  delete(viewer: Viewer, id: number): Promise<void> {
    return this.transactions.run(async () => {
      const { project } = await this.rights.hold(viewer, id);
      if (viewer.role !== 'admin') {
        throw new ProblemException('forbidden', 'Only administrators delete projects. Archive it');
      }
      await this.refuseTracked(project);
      const batchId = randomUUID();
      await this.dependents.delete(commentSubject, { projectId: id }, batchId);
      await this.dependents.delete(timeEntryTemplateSubject, { projectId: id }, batchId);
      await this.dependents.delete(taskSubject, { projectId: id }, batchId);
      await this.members.delete({ projectId: id });
      await this.favorites.delete({ projectId: id });
      await this.projects.delete(id);
      await this.activity.record(projectSubject, 'deleted', project, { after: null, batchId });
    });
  }

  private async refuseTracked({ id: projectId, name }: Project): Promise<void> {
    const entries = await this.entries.countBy({ projectId });
    if (entries === 0) return;
    const tracked = entries === 1 ? 'one time entry' : `${entries} time entries`;
    throw new ProblemException('in-use', `"${name}" has ${tracked}. Archive it instead`);
  }
}
