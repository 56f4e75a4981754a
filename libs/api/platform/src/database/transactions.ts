import { Injectable } from '@nestjs/common';
import { Propagation, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { EntityManager } from 'typeorm';

/** The one place that knows which connection is current. Everything joins the transaction that is open. */
@Injectable()
export class Transactions {
  constructor(private readonly host: TransactionHost<TransactionalAdapterTypeOrm>) {}

  /** Speaks to the open transaction, or to the pool when there is none. */
  get manager(): EntityManager {
    return this.host.tx;
  }

  get active(): boolean {
    return this.host.isTransactionActive();
  }

  /** Runs `work` in the open transaction, or in a new one that commits when `work` succeeds. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.host.withTransaction(Propagation.Required, work);
  }

  /** Runs `work` in a transaction that never commits: what it answers is what would have happened. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const rehearsed: { result?: T } = {};
    const goBack = new Error('Rehearsed');
    await this.host
      .withTransaction(Propagation.RequiresNew, async () => {
        rehearsed.result = await work();
        throw goBack;
      })
      .catch((error: unknown) => {
        if (error !== goBack) throw error;
      });
    return rehearsed.result as T;
  }
}
