import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  containing,
  pageInfo,
  pageWindow,
  readsEverything,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskPage, type TaskView } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { ProjectMember } from '../projects/project-member.entity';
import { notThere } from '../projects/project-rights';
import { selectColumns } from '../select-columns';
import type { ListTasksQuery } from './list-tasks.query';
import { Task } from './task.entity';
import { type TaskRow, toTaskView } from './task.view';

const TRACKED = `(SELECT coalesce(round(sum(extract(epoch FROM ended_at - started_at)) / 3600, 2), 0)
  FROM time_entry WHERE task_id = task.id)`;

/** The place of a word in its list: priorities and statuses are sorted by meaning, not by letters. */
const rank = (column: string, words: readonly string[]) =>
  `array_position(ARRAY['${words.join("','")}'], CAST(${column} AS text))`;

const COLUMNS: Record<keyof TaskRow, string> = {
  id: 'task.id',
  name: 'task.name',
  description: 'task.description',
  project_id: 'task.projectId',
  project_name: 'project.name',
  project_color: 'project.color',
  project_status: 'project.status',
  status: 'task.status',
  status_rank: rank('task.status', TASK_STATUSES),
  priority: 'task.priority',
  priority_rank: rank('task.priority', TASK_PRIORITIES),
  assigned_to: 'task.assignedTo',
  assigned_to_name: 'assignee.displayName',
  due_date: 'CAST(task.dueDate AS text)',
  estimate_hours: 'CAST(task.estimateHours AS float8)',
  tracked_hours: `CAST(${TRACKED} AS float8)`,
  my_role: 'mine.role',
  created_by: 'task.createdBy',
  created_at: 'task.createdAt',
};

const SORTED_BY = {
  name: 'name',
  due_date: 'due_date',
  priority: 'priority_rank',
  status: 'status_rank',
  created_at: 'created_at',
};

/** Tasks as their viewers see them, by one query for a page and one for its total. */
@Injectable()
export class TaskList {
  constructor(@InjectRepository(Task) private readonly tasks: Repository<Task>) {}

  async page(viewer: Viewer, query: ListTasksQuery): Promise<TaskPage> {
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? '-created_at', SORTED_BY);
    const found = this.filtered(viewer, query);
    const total = await found.getCount();
    const rows = await selectColumns(found, COLUMNS)
      .orderBy(column, direction, 'NULLS LAST')
      .addOrderBy('id', direction)
      .limit(take)
      .offset(skip)
      .getRawMany<TaskRow>();
    return { tasks: rows.map((row) => toTaskView(viewer, row)), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found for a task of a project that the viewer may not know of */
  async get(viewer: Viewer, id: number): Promise<TaskView> {
    const found = this.visible(viewer).andWhere('task.id = :id', { id });
    const row = await selectColumns(found, COLUMNS).getRawOne<TaskRow>();
    if (!row) throw notThere('task');
    return toTaskView(viewer, row);
  }

  private visible(viewer: Viewer): SelectQueryBuilder<Task> {
    const query = this.tasks
      .createQueryBuilder('task')
      .innerJoin('task.project', 'project')
      .leftJoin('task.assignee', 'assignee')
      .leftJoin(
        ProjectMember,
        'mine',
        'mine.projectId = task.projectId AND mine.userId = :viewerId',
        { viewerId: viewer.id },
      );
    return readsEverything(viewer) ? query : query.andWhere('mine.id IS NOT NULL');
  }

  private filtered(viewer: Viewer, query: ListTasksQuery): SelectQueryBuilder<Task> {
    const found = this.visible(viewer);
    const { q, project_id, status, priority, assigned_to, due_from, due_to } = query;
    if (q) found.andWhere('task.name ILIKE :q', { q: containing(q) });
    if (project_id) found.andWhere('task.projectId = :project_id', { project_id });
    if (status) found.andWhere('task.status IN (:...status)', { status });
    if (priority) found.andWhere('task.priority IN (:...priority)', { priority });
    if (assigned_to) found.andWhere('task.assignedTo = :assigned_to', { assigned_to });
    if (due_from) found.andWhere('task.dueDate >= :due_from', { due_from });
    if (due_to) found.andWhere('task.dueDate <= :due_to', { due_to });
    return found;
  }
}
