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
import type { ProjectPage, ProjectView } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { selectColumns } from '../select-columns';
import type { ListProjectsQuery } from './list-projects.query';
import { ProjectFavorite } from './project-favorite.entity';
import { ProjectMember } from './project-member.entity';
import { Project } from './project.entity';
import { type ProjectRow, toProjectView } from './project.view';
import { notThere } from './project-rights';

const TRACKED = `(SELECT coalesce(round(sum(extract(epoch FROM ended_at - started_at)) / 3600, 2), 0)
  FROM time_entry WHERE project_id = project.id)`;
const OPEN_TASKS = `(SELECT count(*)::int FROM task
  WHERE project_id = project.id AND status NOT IN ('done', 'cancelled'))`;
const MEMBERS = '(SELECT count(*)::int FROM project_member WHERE project_id = project.id)';

const COLUMNS: Record<keyof ProjectRow, string> = {
  id: 'project.id',
  name: 'project.name',
  description: 'project.description',
  client_id: 'project.clientId',
  client_name: 'client.name',
  color: 'project.color',
  hourly_rate: 'project.hourlyRate',
  budget_hours: 'CAST(project.budgetHours AS float8)',
  tracked_hours: `CAST(${TRACKED} AS float8)`,
  open_task_count: OPEN_TASKS,
  member_count: MEMBERS,
  status: 'project.status',
  archived_reason: 'project.archivedReason',
  is_favorite: 'favorite.id IS NOT NULL',
  my_role: 'mine.role',
  created_at: 'project.createdAt',
};

const SORTED_BY = {
  name: 'name',
  client_name: 'client_name',
  created_at: 'created_at',
  tracked_hours: 'tracked_hours',
};

/** Projects as their viewers see them, by one query for a page and one for its total. */
@Injectable()
export class ProjectList {
  constructor(@InjectRepository(Project) private readonly projects: Repository<Project>) {}

  async page(viewer: Viewer, query: ListProjectsQuery): Promise<ProjectPage> {
    const { take, skip } = pageWindow(query);
    const found = this.filtered(viewer, query);
    const total = await found.getCount();
    const rows = await sorted(selectColumns(found, COLUMNS), query.sort ?? 'favorite')
      .limit(take)
      .offset(skip)
      .getRawMany<ProjectRow>();
    return { projects: rows.map((row) => toProjectView(viewer, row)), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found for a project that the viewer may not know of */
  async get(viewer: Viewer, id: number): Promise<ProjectView> {
    const found = this.visible(viewer).andWhere('project.id = :id', { id });
    const row = await selectColumns(found, COLUMNS).getRawOne<ProjectRow>();
    if (!row) throw notThere('project');
    return toProjectView(viewer, row);
  }

  private visible(viewer: Viewer): SelectQueryBuilder<Project> {
    const query = this.projects
      .createQueryBuilder('project')
      .innerJoin('project.client', 'client')
      .leftJoin(ProjectMember, 'mine', 'mine.projectId = project.id AND mine.userId = :viewerId')
      .leftJoin(
        ProjectFavorite,
        'favorite',
        'favorite.projectId = project.id AND favorite.userId = :viewerId',
      )
      .setParameter('viewerId', viewer.id);
    return readsEverything(viewer) ? query : query.andWhere('mine.id IS NOT NULL');
  }

  private filtered(viewer: Viewer, { id, q, status, client_id, is_favorite }: ListProjectsQuery) {
    const found = this.visible(viewer);
    if (id) found.andWhere('project.id IN (:...id)', { id });
    if (q) {
      found.andWhere('(project.name ILIKE :q OR client.name ILIKE :q)', { q: containing(q) });
    }
    if (status) found.andWhere('project.status IN (:...status)', { status });
    if (client_id) found.andWhere('project.clientId = :client_id', { client_id });
    if (is_favorite !== undefined) {
      found.andWhere(`favorite.id IS ${is_favorite ? 'NOT NULL' : 'NULL'}`);
    }
    return found;
  }
}

/** `favorite` puts favorites first, then goes by name; its opposite puts them last. */
function sorted(query: SelectQueryBuilder<Project>, sort: string): SelectQueryBuilder<Project> {
  if (sort.endsWith('favorite')) {
    const favorites = sort === 'favorite' ? 'DESC' : 'ASC';
    return query
      .orderBy('is_favorite', favorites)
      .addOrderBy('name', 'ASC')
      .addOrderBy('id', 'ASC');
  }
  const { column, direction } = sortOrder(sort, SORTED_BY);
  return query.orderBy(column, direction).addOrderBy('id', direction);
}
