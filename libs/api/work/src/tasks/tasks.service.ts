import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, ProblemException, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { commentSubject } from '../comments/comment.activity';
import { given } from '../given';
import { Dependents } from '../projects/dependents';
import { notThere, ProjectRights, type ViewedProject } from '../projects/project-rights';
import { refusedField } from '../refused-field';
import { timeEntryTemplateSubject } from '../templates/time-entry-template.activity';
import { TimeEntry } from '../time-entries/time-entry.entity';
import type { SaveTaskDto, UpdateTaskDto } from './save-task.dto';
import { Task } from './task.entity';
import { mayDelete } from './task.view';

@Injectable()
export class TasksService {
  constructor(
    @InjectRepository(Task) private readonly tasks: Repository<Task>,
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly dependents: Dependents,
    private readonly rights: ProjectRights,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found for the project, archived, or validation-failed for the assignee */
  async create(viewer: Viewer, input: SaveTaskDto): Promise<number> {
    const { project } = await this.rights.work(viewer, input.project_id);
    await this.refuseStranger(input.assigned_to, project.id);
    const { id } = await this.tasks.save(
      this.tasks.create({
        ...columns(input),
        name: input.name,
        projectId: project.id,
        createdBy: viewer.id,
        createdAt: this.clock.now(),
      }),
    );
    return id;
  }

  /** @throws ProblemException not-found, archived, or validation-failed for the assignee */
  async update(viewer: Viewer, id: number, input: UpdateTaskDto): Promise<void> {
    const { task } = await this.find(viewer, id);
    if (input.assigned_to !== task.assignedTo) {
      await this.refuseStranger(input.assigned_to, task.projectId);
    }
    await this.tasks.save(Object.assign(task, columns(input)));
  }

  /** @throws ProblemException not-found, archived, forbidden, or in-use while time is tracked on it */
  async delete(viewer: Viewer, id: number): Promise<void> {
    const { task, role } = await this.find(viewer, id);
    if (!mayDelete(viewer, task.createdBy, role)) {
      throw new ProblemException(
        'forbidden',
        'Only who made the task, leads of the project and administrators may delete it',
      );
    }
    if (await this.entries.existsBy({ taskId: id })) {
      throw new ProblemException('in-use', `"${task.name}" has time entries. Cancel it instead`);
    }
    await this.letGo(id);
    await this.tasks.delete(id);
  }

  /** What was said about the task goes with it; templates for it stay, for their project. */
  private async letGo(taskId: number): Promise<void> {
    const batchId = randomUUID();
    await this.dependents.delete(commentSubject, { taskId }, batchId);
    await this.dependents.change(timeEntryTemplateSubject, { taskId }, ['taskId', null], batchId);
  }

  private async find(viewer: Viewer, id: number): Promise<ViewedProject & { task: Task }> {
    const task = await this.tasks.findOneBy({ id });
    if (!task) throw notThere('task');
    return { ...(await this.rights.work(viewer, task.projectId, 'task')), task };
  }

  /** Work is given to people who can see it. */
  private async refuseStranger(userId: number | null | undefined, projectId: number) {
    if (!userId || (await this.rights.canWork(userId, projectId))) return;
    throw refusedField('assigned_to', 'not-a-member', 'This person is not in the project');
  }
}

function columns(input: UpdateTaskDto) {
  const { name, description, status, priority } = input;
  return given({
    name,
    description,
    status,
    priority,
    assignedTo: input.assigned_to,
    dueDate: input.due_date,
    estimateHours: input.estimate_hours,
  });
}
