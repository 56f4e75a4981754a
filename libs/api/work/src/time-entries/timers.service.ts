import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, ProblemException, type Viewer } from '@tidemark/api/platform';
import { IsNull, Repository } from 'typeorm';
import { isClosed } from '../tasks/task.entity';
import { EntryWork } from './entry-work';
import type { StartTimerDto } from './save-time-entry.dto';
import { TimeEntry } from './time-entry.entity';
import { TimeEntryRights } from './time-entry-rights';

/** The running timer: one for each person, which the database decides. */
@Injectable()
export class TimersService {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly work: EntryWork,
    private readonly rights: TimeEntryRights,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found, archived for closed work, or timer-already-running */
  async start(
    viewer: Viewer,
    { project_id, task_id, note, billable }: StartTimerDto,
  ): Promise<number> {
    const project = await this.work.project(viewer, project_id, viewer.id);
    const task = await this.work.task(project.id, task_id);
    if (project.status === 'completed') throw closed(project.name, 'completed');
    if (task && isClosed(task.status)) throw closed(task.name, task.status);
    return this.begin({
      userId: viewer.id,
      projectId: project.id,
      taskId: task?.id ?? null,
      note: note ?? '',
      billable: billable ?? true,
      source: 'timer',
      startedAt: this.clock.now(),
    });
  }

  /** Starts a new entry with the project, task, note and billing of an older one. @throws like `start` */
  async resume(viewer: Viewer, id: number): Promise<number> {
    const { entry } = await this.rights.see(viewer, id);
    const { projectId, taskId, note, billable } = entry;
    this.activity.annotate({ resumed_from: id });
    return this.start(viewer, { project_id: projectId, task_id: taskId, note, billable });
  }

  /** Stops the own timer. @throws ProblemException no-running-timer */
  async stop(viewer: Viewer): Promise<number> {
    const running = await this.entries.findOneBy({ userId: viewer.id, endedAt: IsNull() });
    if (!running) throw new ProblemException('no-running-timer', 'No timer of yours is running');
    return this.end(running);
  }

  /** Stops a timer that is the own, or runs in a project that one manages. */
  async stopOne(viewer: Viewer, id: number): Promise<number> {
    const entry = await this.rights.stop(viewer, id);
    if (entry.endedAt) {
      throw new ProblemException('no-running-timer', 'This entry has ended already');
    }
    return this.end(entry);
  }

  /** Of several that start at the same moment the partial unique index lets one through. */
  private async begin(entry: Partial<TimeEntry>): Promise<number> {
    const { raw } = await this.entries
      .createQueryBuilder()
      .insert()
      .values(entry)
      .orIgnore()
      .returning('id')
      .execute();
    const [begun] = raw as { id: number }[];
    if (begun) return begun.id;
    const running = await this.entries.findOneBy({ userId: entry.userId, endedAt: IsNull() });
    throw new ProblemException(
      'timer-already-running',
      'Stop the running timer before starting another',
      { extensions: { running_entry_id: running?.id } },
    );
  }

  /** A clock that went back while the timer ran gives no time, and never less than none. */
  private async end({ id, startedAt }: TimeEntry): Promise<number> {
    const now = this.clock.now();
    await this.entries.update(id, { endedAt: now < startedAt ? startedAt : now });
    return id;
  }
}

const closed = (name: string, status: string) =>
  new ProblemException('archived', `"${name}" is ${status}: no timer can be started on it`);
