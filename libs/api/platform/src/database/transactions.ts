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
}
