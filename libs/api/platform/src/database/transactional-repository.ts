import { type EntityTarget, type ObjectLiteral, Repository } from 'typeorm';
import type { Transactions } from './transactions';

/** A repository that always speaks to the current transaction, so that no service has to pass one on. */
export class TransactionalRepository<T extends ObjectLiteral> extends Repository<T> {
  constructor(target: EntityTarget<T>, transactions: Transactions) {
    super(target, transactions.manager);
    Object.defineProperty(this, 'manager', { get: () => transactions.manager });
  }
}
