import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { User } from '@tidemark/api/accounts';
import type { PersonView } from '@tidemark/contracts';
import { In, Repository } from 'typeorm';
import { ProjectMember } from '../projects/project-member.entity';
import { idsIn, namesIn, withIds } from './mentions';

const NOBODY: PersonView = { id: 0, username: 'somebody', display_name: 'Somebody' };

const SEES = `(member.id IS NOT NULL OR person.role IN ('admin', 'auditor'))`;

/** Who is spoken of in comments. */
@Injectable()
export class MentionedPeople {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /**
   * The body as it is stored. Names of those who may not see the project stay text: who writes does not learn
   * whether there is such a person.
   * @param stored the body before, whose people stay mentioned even when they have left the project
   */
  async store(body: string, projectId: number, stored = ''): Promise<string> {
    const names = namesIn(body);
    if (names.length === 0) return body;
    const people = await this.users
      .createQueryBuilder('person')
      .leftJoin(
        ProjectMember,
        'member',
        'member.userId = person.id AND member.projectId = :projectId',
        { projectId },
      )
      .where('person.username IN (:...names)', { names })
      .andWhere(`(person.id = ANY(:mentioned) OR (person.isActive AND ${SEES}))`, {
        mentioned: idsIn(stored),
      })
      .getMany();
    return withIds(body, new Map(people.map(({ username, id }) => [username, id])));
  }

  /** Those whom the stored bodies mention, by id. */
  async of(bodies: readonly string[]): Promise<(id: number) => PersonView> {
    const ids = [...new Set(bodies.flatMap(idsIn))];
    const people = ids.length > 0 ? await this.users.findBy({ id: In(ids) }) : [];
    const byId = new Map(
      people.map(({ id, username, displayName }) => [
        id,
        { id, username, display_name: displayName },
      ]),
    );
    return (id) => byId.get(id) ?? NOBODY;
  }
}
