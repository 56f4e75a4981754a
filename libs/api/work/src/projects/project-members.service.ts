import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { People } from '@tidemark/api/accounts';
import {
  pageInfo,
  pageWindow,
  ProblemException,
  refuseDuplicate,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import type { MemberPage, MemberView, ProjectRole } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { refusedField } from '../refused-field';
import { selectColumns } from '../select-columns';
import type { ListMembersQuery } from './list-projects.query';
import { ProjectMember } from './project-member.entity';
import { type MemberRow, toMemberView } from './project.view';
import { ProjectRights } from './project-rights';
import type { SaveMemberDto } from './save-member.dto';

const COLUMNS: Record<keyof MemberRow, string> = {
  user_id: 'member.userId',
  username: 'user.username',
  display_name: 'user.displayName',
  role: 'member.role',
  is_active: 'user.isActive',
  sort_name: 'lower(user.displayName)',
};

@Injectable()
export class ProjectMembersService {
  constructor(
    @InjectRepository(ProjectMember) private readonly members: Repository<ProjectMember>,
    private readonly rights: ProjectRights,
    private readonly people: People,
  ) {}

  /** @throws ProblemException not-found */
  async page(viewer: Viewer, projectId: number, query: ListMembersQuery): Promise<MemberPage> {
    await this.rights.see(viewer, projectId);
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'display_name', {
      display_name: 'sort_name',
      role: 'role',
    });
    const total = await this.members.countBy({ projectId });
    const rows = await this.found(projectId)
      .orderBy(column, direction)
      .addOrderBy('user_id', direction)
      .limit(take)
      .offset(skip)
      .getRawMany<MemberRow>();
    return { members: rows.map(toMemberView), ...pageInfo(total, query) };
  }

  /** @throws ProblemException not-found, forbidden, or duplicate for somebody who is in it already */
  async add(viewer: Viewer, projectId: number, input: SaveMemberDto): Promise<MemberView> {
    await this.rights.manage(viewer, projectId);
    const { user_id: userId, role } = input;
    if (!(await this.people.isActive(userId))) {
      throw refusedField('user_id', 'unknown', 'There is no such active person');
    }
    await refuseDuplicate(this.members.insert({ projectId, userId, role }), {
      index: 'project_member_project_id_user_id_key',
      pointer: '/user_id',
      sentence: 'This person is in the project already',
    });
    return this.get(projectId, userId);
  }

  /** @throws ProblemException not-found, or forbidden */
  async changeRole(
    viewer: Viewer,
    projectId: number,
    userId: number,
    role: ProjectRole,
  ): Promise<MemberView> {
    await this.rights.manage(viewer, projectId);
    await this.members.update({ projectId, userId }, { role });
    return this.get(projectId, userId);
  }

  /** Takes effect at once: what the person sees is asked for at every request. */
  async remove(viewer: Viewer, projectId: number, userId: number): Promise<void> {
    await this.rights.manage(viewer, projectId);
    const { affected } = await this.members.delete({ projectId, userId });
    if (!affected) throw notAMember();
  }

  private found(projectId: number) {
    const found = this.members
      .createQueryBuilder('member')
      .innerJoin('member.user', 'user')
      .where('member.projectId = :projectId', { projectId });
    return selectColumns(found, COLUMNS);
  }

  private async get(projectId: number, userId: number): Promise<MemberView> {
    const row = await this.found(projectId)
      .andWhere('member.userId = :userId', { userId })
      .getRawOne<MemberRow>();
    if (!row) throw notAMember();
    return toMemberView(row);
  }
}

const notAMember = () => new ProblemException('not-found', 'This person is not in the project');
