import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, ProblemException, Transactions, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { Client } from '../clients/client.entity';
import { given } from '../given';
import { refusedField } from '../refused-field';
import { colorFor } from './project-color';
import { ProjectMember } from './project-member.entity';
import { projectMemberSubject, projectSubject } from './project.activity';
import { Project } from './project.entity';
import { ProjectRights, refuseArchived } from './project-rights';
import type { SaveProjectDto, UpdateProjectDto } from './save-project.dto';

@Injectable()
export class ProjectsService {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectRepository(ProjectMember) private readonly members: Repository<ProjectMember>,
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly rights: ProjectRights,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * A member who makes a project leads it; administrators manage every project anyway.
   * @throws ProblemException forbidden for members who lead no project yet, archived for the client
   */
  create(viewer: Viewer, input: SaveProjectDto): Promise<number> {
    return this.transactions.run(async () => {
      await this.refuseNewcomers(viewer);
      const project = await this.insert(input);
      const leads = viewer.role !== 'admin';
      const batchId = leads ? randomUUID() : undefined;
      await this.activity.record(projectSubject, 'created', project, { batchId });
      if (leads) await this.lead(viewer, project, batchId);
      return project.id;
    });
  }

  /** @throws ProblemException not-found, forbidden, or archived */
  async update(viewer: Viewer, id: number, input: UpdateProjectDto): Promise<void> {
    const project = await this.rights.manage(viewer, id);
    refuseArchived(project);
    const { client_id, hourly_rate, budget_hours, ...plain } = input;
    if (client_id && client_id !== project.clientId) await this.usableClient(client_id);
    const changed = {
      ...plain,
      clientId: client_id,
      hourlyRate: hourly_rate,
      budgetHours: budget_hours,
    };
    await this.projects.save(Object.assign(project, given(changed)));
  }

  /** An archived project stays as it is until it is unarchived. Archiving it again changes nothing. */
  async archive(viewer: Viewer, id: number, reason?: string): Promise<void> {
    const { status } = await this.rights.manage(viewer, id);
    if (status === 'archived') return;
    const archivedReason = reason || null;
    this.activity.annotate({ reason: archivedReason });
    await this.projects.update(id, { status: 'archived', archivedReason });
  }

  /** Back to active, whatever it was before. */
  async unarchive(viewer: Viewer, id: number, reason?: string): Promise<void> {
    const { status } = await this.rights.manage(viewer, id);
    if (status !== 'archived') return;
    this.activity.annotate({ reason: reason || null });
    await this.projects.update(id, { status: 'active', archivedReason: null });
  }

  private async insert(input: SaveProjectDto): Promise<Project> {
    const client = await this.usableClient(input.client_id);
    const { name, description, status, color = colorFor(name) } = input;
    const { id } = await this.projects.save(
      this.projects.create({
        ...given({ name, description, status, color }),
        clientId: client.id,
        hourlyRate: input.hourly_rate ?? null,
        budgetHours: input.budget_hours ?? null,
        createdAt: this.clock.now(),
      }),
    );
    return this.projects.findOneOrFail({ where: { id }, relations: projectSubject.relations });
  }

  private async lead({ id: userId }: Viewer, project: Project, batchId?: string): Promise<void> {
    const projectId = project.id;
    const member = await this.members.save(
      this.members.create({ projectId, userId, role: 'lead' }),
    );
    await this.activity.record(
      projectMemberSubject,
      'updated',
      this.members.create({ ...member, project }),
      { batchId },
    );
  }

  private async refuseNewcomers({ id: userId, role }: Viewer): Promise<void> {
    if (role === 'admin' || (await this.members.existsBy({ userId, role: 'lead' }))) return;
    throw new ProblemException(
      'forbidden',
      'Only administrators and people who lead a project may create one',
    );
  }

  private async usableClient(id: number): Promise<Client> {
    const client = await this.clients.findOneBy({ id });
    if (!client) throw refusedField('client_id', 'unknown', 'There is no such client');
    if (client.archivedAt) {
      throw new ProblemException('archived', `"${client.name}" is archived. Unarchive it first`);
    }
    return client;
  }
}
