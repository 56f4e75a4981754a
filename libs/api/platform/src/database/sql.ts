import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

interface HasPool {
  master: Pool;
}

/** Hand-written reads that carry load, as prepared statements over the pool. Never part of a transaction. */
@Injectable()
export class Sql {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs one statement. `name` identifies its text: the server plans a name once per connection,
   * so the same name must always come with the same text.
   */
  async rows<T extends QueryResultRow>(
    name: string,
    text: string,
    values: unknown[],
  ): Promise<T[]> {
    const { rows } = await this.pool.query<T>({ name, text, values });
    return rows;
  }

  /** How the pool is doing: connections in all, idle ones, requests that wait for one. */
  readonly poolState = () => {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  };

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as HasPool).master;
  }
}
