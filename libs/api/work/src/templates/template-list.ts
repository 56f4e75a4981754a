import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  containing,
  pageInfo,
  pageWindow,
  ProblemException,
  readsEverything,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type { TimeEntryTemplatePage, TimeEntryTemplateView } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { ProjectMember } from '../projects/project-member.entity';
import { selectColumns } from '../select-columns';
import type { ListTemplatesQuery } from './list-templates.query';
import { TimeEntryTemplate } from './time-entry-template.entity';
import { type TimeEntryTemplateRow, toTimeEntryTemplateView } from './time-entry-template.view';

const COLUMNS: Record<keyof TimeEntryTemplateRow, string> = {
  id: 'template.id',
  name: 'template.name',
  project_id: 'template.projectId',
  project_name: 'project.name',
  project_color: 'project.color',
  project_status: 'project.status',
  client_name: 'client.name',
  task_id: 'template.taskId',
  task_name: 'task.name',
  task_status: 'task.status',
  note: 'template.note',
  billable: 'template.billable',
  created_at: 'template.createdAt',
  is_visible: '(mine.id IS NOT NULL OR :seesAll)',
};

/** Everybody's own templates, by one query for a page and one for its total. */
@Injectable()
export class TemplateList {
  constructor(
    @InjectRepository(TimeEntryTemplate) private readonly templates: Repository<TimeEntryTemplate>,
  ) {}

  async page(viewer: Viewer, query: ListTemplatesQuery): Promise<TimeEntryTemplatePage> {
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'name', {
      name: 'name',
      created_at: 'created_at',
    });
    const found = this.own(viewer);
    if (query.q) found.andWhere('template.name ILIKE :q', { q: containing(query.q) });
    const total = await found.getCount();
    const rows = await selectColumns(found, COLUMNS)
      .orderBy(column, direction)
      .addOrderBy('id', direction)
      .limit(take)
      .offset(skip)
      .getRawMany<TimeEntryTemplateRow>();
    return { time_entry_templates: rows.map(toTimeEntryTemplateView), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found, also for a template of somebody else */
  async get(viewer: Viewer, id: number): Promise<TimeEntryTemplateView> {
    const found = this.own(viewer).andWhere('template.id = :id', { id });
    const row = await selectColumns(found, COLUMNS).getRawOne<TimeEntryTemplateRow>();
    if (!row) throw noTemplate();
    return toTimeEntryTemplateView(row);
  }

  private own(viewer: Viewer): SelectQueryBuilder<TimeEntryTemplate> {
    return this.templates
      .createQueryBuilder('template')
      .innerJoin('template.project', 'project')
      .innerJoin('project.client', 'client')
      .leftJoin('template.task', 'task')
      .leftJoin(
        ProjectMember,
        'mine',
        'mine.projectId = template.projectId AND mine.userId = :viewerId',
        { viewerId: viewer.id },
      )
      .where('template.userId = :viewerId')
      .setParameter('seesAll', readsEverything(viewer));
  }
}

export const noTemplate = () =>
  new ProblemException('not-found', 'There is no such time entry template');
