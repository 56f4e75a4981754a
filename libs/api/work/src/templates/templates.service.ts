import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, refuseDuplicate, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { given } from '../given';
import { EntryWork } from '../time-entries/entry-work';
import { TimersService } from '../time-entries/timers.service';
import type { SaveTemplateDto, UpdateTemplateDto } from './save-template.dto';
import { noTemplate } from './template-list';
import { TimeEntryTemplate } from './time-entry-template.entity';

/** Templates for time entries: everybody has their own, and knows of no others. */
@Injectable()
export class TemplatesService {
  constructor(
    @InjectRepository(TimeEntryTemplate) private readonly templates: Repository<TimeEntryTemplate>,
    private readonly work: EntryWork,
    private readonly timers: TimersService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found or archived for the project, validation-failed for the task, or duplicate */
  async create(viewer: Viewer, input: SaveTemplateDto): Promise<number> {
    const project = await this.work.project(viewer, input.project_id, viewer.id);
    const task = await this.work.task(project.id, input.task_id);
    const { name, note, billable } = input;
    const template = this.templates.create({
      ...given({ note, billable }),
      name,
      userId: viewer.id,
      projectId: project.id,
      taskId: task?.id ?? null,
      createdAt: this.clock.now(),
    });
    return (await this.save(template)).id;
  }

  /** @throws ProblemException like `create`; what stays is not asked about again */
  async update(viewer: Viewer, id: number, input: UpdateTemplateDto): Promise<void> {
    const template = await this.find(viewer, id);
    await this.move(viewer, template, input);
    const { name, note, billable } = input;
    await this.save(Object.assign(template, given({ name, note, billable })));
  }

  /** @throws ProblemException not-found */
  async delete(viewer: Viewer, id: number): Promise<void> {
    await this.find(viewer, id);
    await this.templates.delete(id);
  }

  /** Starts the timer. @throws ProblemException not-found, archived for closed work, or timer-already-running */
  async start(viewer: Viewer, id: number): Promise<number> {
    const { projectId, taskId, note, billable } = await this.find(viewer, id);
    return this.timers.start(viewer, { project_id: projectId, task_id: taskId, note, billable });
  }

  /** A task belongs to one project: a template that goes to another project leaves its task behind. */
  private async move(
    viewer: Viewer,
    template: TimeEntryTemplate,
    { project_id = template.projectId, task_id }: UpdateTemplateDto,
  ): Promise<void> {
    const stays = project_id === template.projectId;
    const wanted = task_id === undefined && stays ? template.taskId : (task_id ?? null);
    if (stays && wanted === template.taskId) return;
    const project = await this.work.project(viewer, project_id, viewer.id);
    await this.work.task(project.id, wanted);
    Object.assign(template, { projectId: project.id, taskId: wanted });
  }

  private async find(viewer: Viewer, id: number): Promise<TimeEntryTemplate> {
    const template = await this.templates.findOneBy({ id, userId: viewer.id });
    if (!template) throw noTemplate();
    return template;
  }

  private save(template: TimeEntryTemplate): Promise<TimeEntryTemplate> {
    return refuseDuplicate(this.templates.save(template), {
      index: 'time_entry_template_name_key',
      pointer: '/name',
      sentence: `You have a template "${template.name}" already`,
    });
  }
}
