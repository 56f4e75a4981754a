import type { MigrationInterface } from 'typeorm';
import { CreateTrail1763900000000 } from './1763900000000-CreateTrail';

/** In the order in which they are applied. */
export const migrations: (new () => MigrationInterface)[] = [CreateTrail1763900000000];
