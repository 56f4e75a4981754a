import { Injectable } from '@nestjs/common';
import { Transactions } from '@tidemark/api/platform';
import type { Action, Json } from '@tidemark/contracts';
import type { FindOptionsWhere } from 'typeorm';
import {
  type ActivitySubject,
  type Described,
  diff,
  type RefinedActivity,
} from './activity-subject';
import { ActivityService } from './activity.service';

/** Where the row is: asked before the work is done and, when there was none, again with its result. */
export type Where<E> = (result?: unknown) => FindOptionsWhere<E> | null;

/** Many rows that one request changes. */
export interface Batch {
  id: string;
  /** How many things changed; one of them may have more than one activity. */
  size: number;
}

/** What some work did to one row. Nothing of it is in the trail until it is recorded. */
export interface Watched<T> {
  result: T;
  /** Whether there is anything to record: a change that changes nothing writes nothing. */
  changed: boolean;
  record(batch?: Batch): Promise<void>;
}

/** Looks at a row before and after some work, and records the difference. Joins the transaction that is open. */
@Injectable()
export class RowRecorder {
  constructor(
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  /** Keeps the row from changing elsewhere, and runs `work`, whose `annotate` goes to this row alone. */
  async watch<E extends { id: number }, T>(
    subject: ActivitySubject<E>,
    action: Action,
    where: Where<E>,
    work: () => Promise<T>,
  ): Promise<Watched<T>> {
    const target = where();
    const before = target && (await this.lock(subject, target));
    const { result, notes } = await this.activity.withOwnNotes(work);
    const after = await this.find(subject, before ? byId<E>(before.id) : where(result));
    const changes = before && after ? diff(subject, before, after) : [];
    const change = { before, after, changes, notes };
    const rows = activities(subject, action, change);
    return {
      result,
      changed: rows.length > 0,
      record: (batch) => this.record(subject, change, rows, batch),
    };
  }

  private async record<E extends { id: number }>(
    subject: ActivitySubject<E>,
    { before, after, notes }: Described<E>,
    rows: RefinedActivity[],
    batch?: Batch,
  ): Promise<void> {
    const entity = after ?? before;
    if (!entity) return;
    const extra: Record<string, Json> = batch
      ? { ...notes, batch_id: batch.id, batch_size: batch.size }
      : notes;
    for (const { action, changes } of rows) {
      const options = { before, after, changes, extra, batchId: batch?.id };
      await this.activity.record(subject, action, entity, options);
    }
  }

  /** The row as it is, kept from changing until the end of the transaction. */
  private async lock<E extends { id: number }>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E>,
  ): Promise<E | null> {
    const rows = this.transactions.manager.getRepository<E>(subject.entity);
    const found = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
    return found && this.find(subject, byId<E>(found.id));
  }

  private find<E extends { id: number }>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E> | null,
  ): Promise<E | null> {
    if (!where) return Promise.resolve(null);
    const rows = this.transactions.manager.getRepository<E>(subject.entity);
    return rows.findOne({ where, relations: subject.relations ?? {} });
  }
}

const byId = <E extends { id: number }>(id: number) => ({ id }) as FindOptionsWhere<E>;

/** The rows that the trail gains: none for a change that changes nothing, several where the subject tells more. */
function activities<E extends { id: number }>(
  subject: ActivitySubject<E>,
  action: Action,
  change: Described<E>,
): RefinedActivity[] {
  const { before, after } = change;
  const changes = [...change.changes];
  if (!before && !after) return [];
  if (!before || !after) return [{ action, changes }];
  if (changes.length === 0) return [];
  const telling = action === 'updated' ? (subject.refine?.(change) ?? []) : [];
  return telling.length > 0 ? telling : [{ action, changes }];
}
