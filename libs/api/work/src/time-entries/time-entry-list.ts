import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProjectAccess } from '@tidemark/api/activity';
import {
  Clock,
  containing,
  pageInfo,
  pageWindow,
  ProblemException,
  readsEverything,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type {
  CurrentTimer,
  RunningTimers,
  TimeEntryPage,
  TimeEntryView,
} from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { ProjectMember } from '../projects/project-member.entity';
import { notThere } from '../projects/project-rights';
import { selectColumns } from '../select-columns';
import type { ListTimeEntriesQuery } from './list-time-entries.query';
import { LateEdits } from './late-edits';
import { timeRange } from './time-range';
import { TimeEntry } from './time-entry.entity';
import { refuseUnseen } from './time-entry-rights';
import { type TimeEntryRow, toTimeEntryView } from './time-entry.view';

const SECONDS = `CAST(floor(extract(epoch FROM entry.endedAt - entry.startedAt)) AS int)`;

/** As the trigger says it that keeps closed months as they are. */
const CLOSED_PERIOD = `(SELECT min(closed.id) FROM closed_period closed
  WHERE entry.startedAt < closed.ends_at AND (entry.startedAt >= closed.begins_at
    OR coalesce(entry.endedAt, 'infinity') > closed.begins_at))`;

const COLUMNS: Record<keyof TimeEntryRow, string> = {
  id: 'entry.id',
  user_id: 'entry.userId',
  user_display_name: 'person.displayName',
  project_id: 'entry.projectId',
  project_name: 'project.name',
  project_color: 'project.color',
  project_status: 'project.status',
  client_name: 'client.name',
  task_id: 'entry.taskId',
  task_name: 'task.name',
  note: 'entry.note',
  billable: 'entry.billable',
  source: 'entry.source',
  started_at: 'entry.startedAt',
  ended_at: 'entry.endedAt',
  invoice_line_id: 'entry.invoiceLineId',
  closed_period: CLOSED_PERIOD,
  duration_seconds: SECONDS,
  duration: `coalesce(entry.endedAt, :now) - entry.startedAt`,
  my_role: 'mine.role',
};

const SORTED_BY = { started_at: 'started_at', duration: 'duration' };
const SEARCHED = '(entry.note ILIKE :q OR project.name ILIKE :q OR task.name ILIKE :q)';
/** Half-open on both sides; an entry without length lies where it starts. Each part has its index. */
const ENDS_AFTER = `(entry.endedAt > :from OR entry.startedAt >= :from
  OR (entry.endedAt IS NULL AND CAST(:now AS timestamptz) > :from))`;

type Found = SelectQueryBuilder<TimeEntry>;

/** Time entries as their viewers see them, by one query for a page and one for its totals. */
@Injectable()
export class TimeEntryList {
  constructor(
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    private readonly access: ProjectAccess,
    private readonly late: LateEdits,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException forbidden for the entries of another person, unless the viewer leads */
  async page(viewer: Viewer, query: ListTimeEntriesQuery): Promise<TimeEntryPage> {
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? '-started_at', SORTED_BY);
    await this.refuseForeign(viewer, query.user_id);
    const found = this.filtered(viewer, query);
    const { total, seconds } = await this.totals(found);
    const rows = await selectColumns(found, COLUMNS)
      .orderBy(column, direction)
      .addOrderBy('id', direction)
      .limit(take)
      .offset(skip)
      .getRawMany<TimeEntryRow>();
    const late = await this.late.rule();
    return {
      time_entries: rows.map((row) => toTimeEntryView(viewer, row, late)),
      total_seconds: seconds,
      ...pageInfo(total, query),
    };
  }

  /** @throws ProblemException not-found, or forbidden for a fellow member's entry */
  async get(viewer: Viewer, id: number): Promise<TimeEntryView> {
    const found = this.joined(viewer).where('entry.id = :id', { id });
    const row = await selectColumns(found, COLUMNS).getRawOne<TimeEntryRow>();
    if (!row) throw notThere('time entry');
    refuseUnseen(viewer, row.user_id, row.my_role);
    return toTimeEntryView(viewer, row, await this.late.rule());
  }

  async current(viewer: Viewer): Promise<CurrentTimer> {
    const found = this.joined(viewer).where('entry.userId = :viewerId AND entry.endedAt IS NULL');
    const row = await selectColumns(found, COLUMNS).getRawOne<TimeEntryRow>();
    return {
      timer: row ? toTimeEntryView(viewer, row, await this.late.rule()) : null,
      server_time: this.clock.now().toISOString(),
    };
  }

  /** Everybody's that the viewer may see, the latest first. */
  async running(viewer: Viewer): Promise<RunningTimers> {
    const found = this.visible(viewer).andWhere('entry.endedAt IS NULL');
    const rows = await selectColumns(found, COLUMNS)
      .orderBy('started_at', 'DESC')
      .addOrderBy('id', 'DESC')
      .getRawMany<TimeEntryRow>();
    const late = await this.late.rule();
    return {
      timers: rows.map((row) => toTimeEntryView(viewer, row, late)),
      server_time: this.clock.now().toISOString(),
    };
  }

  /** @throws ProblemException forbidden for the entries of another person, unless the viewer leads */
  async refuseForeign(viewer: Viewer, userId?: number | 'all'): Promise<void> {
    if (userId === undefined || userId === 'all' || userId === viewer.id) return;
    if (readsEverything(viewer) || (await this.access.leadsAny(viewer.id))) return;
    throw new ProblemException(
      'forbidden',
      'Only leads, administrators and auditors may ask for the entries of another person (user_id)',
    );
  }

  private joined(viewer: Viewer): Found {
    return this.entries
      .createQueryBuilder('entry')
      .innerJoin('entry.user', 'person')
      .innerJoin('entry.project', 'project')
      .innerJoin('project.client', 'client')
      .leftJoin('entry.task', 'task')
      .leftJoin(
        ProjectMember,
        'mine',
        'mine.projectId = entry.projectId AND mine.userId = :viewerId',
      )
      .setParameters({ viewerId: viewer.id, now: this.clock.now() });
  }

  private visible(viewer: Viewer): Found {
    const found = this.joined(viewer);
    if (readsEverything(viewer)) return found;
    return found.andWhere(`(entry.userId = :viewerId OR mine.role = 'lead')`);
  }

  private filtered(viewer: Viewer, query: ListTimeEntriesQuery): Found {
    const found = this.visible(viewer);
    const { user_id = viewer.id, project_id, task_id, billable, running, q } = query;
    const { from, to } = timeRange(query, viewer.timeZone);
    if (user_id !== 'all') found.andWhere('entry.userId = :user_id', { user_id });
    if (project_id) found.andWhere('entry.projectId = :project_id', { project_id });
    if (task_id) found.andWhere('entry.taskId = :task_id', { task_id });
    if (billable !== undefined) found.andWhere('entry.billable = :billable', { billable });
    if (running !== undefined) {
      found.andWhere(`entry.endedAt IS ${running ? 'NULL' : 'NOT NULL'}`);
    }
    if (q) found.andWhere(SEARCHED, { q: containing(q) });
    if (from) found.andWhere(ENDS_AFTER, { from });
    if (to) found.andWhere('entry.startedAt < :to', { to });
    return found;
  }

  private async totals(found: Found): Promise<{ total: number; seconds: number }> {
    const totals = await selectColumns(found.clone(), {
      total: 'count(*)',
      seconds: `coalesce(sum(${SECONDS}), 0)`,
    }).getRawOne<{ total: number; seconds: number }>();
    return totals ?? { total: 0, seconds: 0 };
  }
}
