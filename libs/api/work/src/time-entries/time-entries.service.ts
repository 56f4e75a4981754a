import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, diff } from '@tidemark/api/activity';
import { Clock, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { given } from '../given';
import { ClosedPeriods } from '../periods/closed-periods';
import { refusedField } from '../refused-field';
import { formatDuration, secondsBetween } from './duration';
import { EntryWork } from './entry-work';
import { LateEdits } from './late-edits';
import type { SaveTimeEntryDto, UpdateTimeEntryDto } from './save-time-entry.dto';
import { timeEntrySubject } from './time-entry.activity';
import { TimeEntry, type TimeSource } from './time-entry.entity';
import { TimeEntryRights } from './time-entry-rights';

const MAX_DAYS = 31;
const DAY_MS = 86_400_000;

/** Time entered and corrected by hand. Entries may overlap: two things do happen at once. */
@Injectable()
export class TimeEntriesService {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly work: EntryWork,
    private readonly rights: TimeEntryRights,
    private readonly closed: ClosedPeriods,
    private readonly late: LateEdits,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found, archived, forbidden for others, validation-failed, or locked in a closed month */
  async create(
    viewer: Viewer,
    input: SaveTimeEntryDto,
    source: TimeSource = 'manual',
  ): Promise<number> {
    const { user_id: userId = viewer.id, started_at: startedAt, ended_at: endedAt } = input;
    const project = await this.work.project(viewer, input.project_id, userId);
    const task = await this.work.task(project.id, input.task_id);
    refuseLength(startedAt, endedAt, { orNone: source === 'import' });
    await this.closed.refuse({ startedAt, endedAt });
    const { id } = await this.entries.save(
      this.entries.create({
        userId,
        projectId: project.id,
        taskId: task?.id ?? null,
        ...given({ note: input.note, billable: input.billable }),
        source,
        startedAt,
        endedAt,
      }),
    );
    return id;
  }

  /**
   * A reason is kept with the activity, and asked for where the day of the entry is long past.
   * @throws ProblemException not-found, forbidden, archived, locked, or validation-failed
   */
  async update(viewer: Viewer, id: number, input: UpdateTimeEntryDto): Promise<void> {
    const entry = await this.rights.change(viewer, id, input.project_id);
    const before = { ...entry };
    await this.move(viewer, entry, input);
    this.refuseTimes(entry, input);
    const { note, billable, started_at: startedAt, ended_at: endedAt, reason } = input;
    Object.assign(entry, given({ note, billable, startedAt, endedAt }));
    if (diff(timeEntrySubject, before, entry).length === 0) return;
    await this.closed.refuse(entry);
    await this.late.refuse(before, reason);
    this.activity.annotate({ reason: reason || undefined });
    await this.entries.save(entry);
  }

  /** Also discards a running timer. @throws ProblemException like `update` */
  async delete(viewer: Viewer, id: number, reason?: string): Promise<void> {
    const entry = await this.rights.change(viewer, id);
    await this.late.refuse(entry, reason);
    const { startedAt, endedAt } = entry;
    const seconds = secondsBetween(startedAt, endedAt ?? this.clock.now());
    this.activity.annotate({
      duration_formatted: formatDuration(seconds),
      reason: reason || null,
    });
    await this.entries.delete(id);
  }

  /** A task belongs to one project: an entry that goes to another project leaves its task behind. */
  private async move(
    viewer: Viewer,
    entry: TimeEntry,
    { project_id = entry.projectId, task_id }: UpdateTimeEntryDto,
  ): Promise<void> {
    const stays = project_id === entry.projectId;
    if (!stays) await this.work.project(viewer, project_id, entry.userId);
    const wanted = task_id === undefined && stays ? entry.taskId : (task_id ?? null);
    if (!stays || wanted !== entry.taskId) await this.work.task(project_id, wanted);
    Object.assign(entry, { projectId: project_id, taskId: wanted });
  }

  /** Times that stay are never refused: a form that sends them along changes nothing. */
  private refuseTimes(entry: TimeEntry, { started_at, ended_at }: UpdateTimeEntryDto): void {
    const startedAt = started_at ?? entry.startedAt;
    const endedAt = ended_at ?? entry.endedAt;
    const starts = startedAt.getTime() !== entry.startedAt.getTime();
    if (!starts && endedAt?.getTime() === entry.endedAt?.getTime()) return;
    if (entry.endedAt && endedAt) return refuseLength(startedAt, endedAt);
    if (endedAt) throw refusedField('ended_at', 'running', 'The timer is running: stop it instead');
    if (startedAt > this.clock.now()) {
      throw refusedField('started_at', 'future', 'A running timer cannot start in the future');
    }
  }
}

/** @param orNone whether it may end as it starts, as a timer does that is stopped at once: files tell of such ones */
function refuseLength(startedAt: Date, endedAt: Date, { orNone = false } = {}): void {
  const ms = endedAt.getTime() - startedAt.getTime();
  if (orNone ? ms < 0 : ms <= 0)
    throw refusedField('ended_at', 'order', 'The end must be after the start');
  if (ms > MAX_DAYS * DAY_MS) {
    throw refusedField('ended_at', 'length', `An entry can last ${MAX_DAYS} days at most`);
  }
}
