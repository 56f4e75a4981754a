import { Injectable } from '@nestjs/common';
import { ActivityService, type ActivitySubject, diff } from '@tidemark/api/activity';
import { Transactions } from '@tidemark/api/platform';
import type { FindOptionsOrder, FindOptionsWhere } from 'typeorm';

/**
 * Things that go, or change, with what they belong to: each has an activity of its own, all with one batch id.
 * Everything joins the transaction that is open.
 */
@Injectable()
export class Dependents {
  constructor(
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  async delete<E extends { id: number }>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E>,
    batchId: string,
  ): Promise<void> {
    const rows = await this.find(subject, where);
    await this.repository(subject).delete(where);
    for (const row of rows) {
      await this.activity.record(subject, 'deleted', row, { after: null, batchId });
    }
  }

  /** Gives every row that `where` finds the same value of a column. */
  async change<E extends { id: number }, K extends keyof E & string>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E>,
    [column, value]: [K, E[K]],
    batchId: string,
  ): Promise<void> {
    for (const before of await this.find(subject, where)) {
      const after = { ...before, [column]: value };
      await this.repository(subject).update(before.id, { [column]: value } as never);
      const changes = diff(subject, before, after);
      await this.activity.record(subject, 'updated', after, { before, changes, batchId });
    }
  }

  private find<E extends { id: number }>(subject: ActivitySubject<E>, where: FindOptionsWhere<E>) {
    return this.repository(subject).find({
      where,
      relations: subject.relations ?? {},
      order: { id: 'ASC' } as FindOptionsOrder<E>,
    });
  }

  private repository<E extends { id: number }>({ entity }: ActivitySubject<E>) {
    return this.transactions.manager.getRepository<E>(entity);
  }
}
