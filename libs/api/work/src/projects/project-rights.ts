import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { User } from '@tidemark/api/accounts';
import { ProblemException, readsEverything, type Viewer } from '@tidemark/api/platform';
import type { ProjectRole } from '@tidemark/contracts';
import { In, Repository } from 'typeorm';
import { ProjectMember } from './project-member.entity';
import { Project } from './project.entity';

export interface ViewedProject {
  project: Project;
  /** Null for administrators and auditors who are not in it. */
  role: ProjectRole | null;
  canManage: boolean;
}

type Seen = 'project' | 'task' | 'time entry' | 'comment';

/** Whether somebody with this role in a project manages it. Auditors change nothing, whatever they lead. */
export const manages = (viewer: Viewer, role: ProjectRole | null): boolean =>
  viewer.role === 'admin' || (viewer.role === 'member' && role === 'lead');

/** What a person may do in a project. Every method refuses by throwing. */
@Injectable()
export class ProjectRights {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectRepository(ProjectMember) private readonly members: Repository<ProjectMember>,
    @InjectRepository(User) private readonly users: Repository<User>,
  ) {}

  /** @throws ProblemException not-found for a project that the viewer may not know of */
  async see(viewer: Viewer, projectId: number, what?: Seen): Promise<ViewedProject> {
    const project = await this.projects.findOneBy({ id: projectId });
    return this.viewed(viewer, project, projectId, what);
  }

  /** @throws ProblemException not-found, or forbidden for those who do not lead the project */
  async manage(viewer: Viewer, projectId: number): Promise<Project> {
    const { project, canManage } = await this.see(viewer, projectId);
    if (!canManage) {
      throw new ProblemException(
        'forbidden',
        'Only leads of the project and administrators may do this',
      );
    }
    return project;
  }

  /**
   * For a change inside the project, which keeps it from being archived until the transaction ends.
   * @param what the thing asked for: who may not know of the project is told that there is no such thing
   * @throws ProblemException not-found, or archived
   */
  async work(viewer: Viewer, projectId: number, what: Seen = 'project'): Promise<ViewedProject> {
    const viewed = await this.locked(viewer, projectId, 'pessimistic_read', what);
    refuseArchived(viewed.project);
    return viewed;
  }

  /** The project alone, nobody else changing it or anything in it. @throws ProblemException not-found */
  hold(viewer: Viewer, projectId: number): Promise<ViewedProject> {
    return this.locked(viewer, projectId, 'pessimistic_write');
  }

  /**
   * Keeps projects from changing. Who needs several asks for them first and together: in the order of their ids
   * nobody waits in a circle.
   */
  async keep(projectIds: readonly number[]): Promise<void> {
    await this.projects.find({
      where: { id: In(projectIds) },
      select: { id: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
  }

  /** Whether the person can be given work in the project: an active member of it, or administrator. */
  async canWork(userId: number, projectId: number): Promise<boolean> {
    const user = await this.users.findOneBy({ id: userId, isActive: true });
    if (!user || user.role === 'auditor') return false;
    return user.role === 'admin' || this.members.existsBy({ userId, projectId });
  }

  private async locked(
    viewer: Viewer,
    projectId: number,
    mode: 'pessimistic_read' | 'pessimistic_write',
    what?: Seen,
  ): Promise<ViewedProject> {
    const project = await this.projects.findOne({ where: { id: projectId }, lock: { mode } });
    return this.viewed(viewer, project, projectId, what);
  }

  private async viewed(
    viewer: Viewer,
    project: Project | null,
    projectId: number,
    what: Seen = 'project',
  ): Promise<ViewedProject> {
    const member = await this.members.findOneBy({ projectId, userId: viewer.id });
    if (!project || !(member || readsEverything(viewer))) throw notThere(what);
    const role = member?.role ?? null;
    return { project, role, canManage: manages(viewer, role) };
  }
}

/** The same words for what does not exist and for what the viewer may not know of. */
export const notThere = (what: Seen) =>
  new ProblemException('not-found', `There is no such ${what}`);

/** @throws ProblemException archived */
export function refuseArchived({ status, name }: Project): void {
  if (status === 'archived') {
    throw new ProblemException('archived', `"${name}" is archived. Unarchive it to change it`);
  }
}
