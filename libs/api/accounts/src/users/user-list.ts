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
import type { UserPage } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { ListUsersQuery } from './list-users.query';
import { User } from './user.entity';
import { toPersonView, toUserView } from './user.view';

const COLUMNS = {
  display_name: 'lower(person.display_name)',
  username: 'person.username',
  created_at: 'person.createdAt',
  last_sign_in_at: 'person.lastSignInAt',
};
const SORTS_FOR_ALL = ['display_name', 'username'];

/** Who is there: everything for administrators and auditors, names of active people for everybody else. */
@Injectable()
export class UserList {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /** @throws ProblemException forbidden when the filter or the order would tell what the viewer may not know */
  async page(viewer: Viewer, query: ListUsersQuery): Promise<UserPage> {
    const isReviewer = readsEverything(viewer);
    if (!isReviewer) refuseDetails(query);
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? 'display_name', COLUMNS);
    const [found, total] = await this.matching(query, isReviewer)
      .orderBy(column, direction, 'NULLS LAST')
      .addOrderBy('person.id', direction)
      .limit(take)
      .offset(skip)
      .getManyAndCount();
    return {
      users: found.map((user) => (isReviewer ? toUserView(user) : toPersonView(user))),
      ...pageInfo(total, query),
    };
  }

  private matching(
    { id, q, role, is_active }: ListUsersQuery,
    isReviewer: boolean,
  ): SelectQueryBuilder<User> {
    const people = this.users.createQueryBuilder('person').where('true');
    const active = isReviewer ? is_active : true;
    if (active !== undefined) people.andWhere('person.isActive = :active', { active });
    if (id) people.andWhere('person.id IN (:...id)', { id });
    if (role) people.andWhere('person.role = :role', { role });
    if (q) {
      const searched = ['displayName', 'username', ...(isReviewer ? ['email'] : [])];
      const anywhere = searched.map((field) => `person.${field} ILIKE :part`).join(' OR ');
      people.andWhere(`(${anywhere})`, { part: containing(q) });
    }
    return people;
  }
}

function refuseDetails({ role, is_active, sort = 'display_name' }: ListUsersQuery): void {
  const details = role !== undefined || is_active === false;
  if (!details && SORTS_FOR_ALL.includes(sort.replace(/^-/, ''))) return;
  throw new ProblemException(
    'forbidden',
    'Only administrators and auditors can look for people by role, state or dates',
  );
}
