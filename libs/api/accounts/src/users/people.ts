import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

/** Who is there, for other domains. */
@Injectable()
export class People {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  /** Whether there is such a person who may sign in. */
  isActive(id: number): Promise<boolean> {
    return this.users.existsBy({ id, isActive: true });
  }
}
