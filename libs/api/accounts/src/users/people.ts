import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { PersonView } from '@tidemark/contracts';
import { In, Repository } from 'typeorm';
import { User } from './user.entity';
import { toPersonView } from './user.view';

/** Who is who, for other domains. */
@Injectable()
export class People {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /** The names of these people by id, those of deactivated ones too. Unknown ids are left out. */
  async byIds(ids: readonly number[]): Promise<Map<number, PersonView>> {
    const found = ids.length > 0 ? await this.users.findBy({ id: In([...new Set(ids)]) }) : [];
    return new Map(found.map((user) => [user.id, toPersonView(user)]));
  }

  /** Whether there is such a person who may still sign in. */
  isActive(id: number): Promise<boolean> {
    return this.users.existsBy({ id, isActive: true });
  }
}
