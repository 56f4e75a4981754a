import { Injectable } from '@nestjs/common';
import { Transactions } from '@tidemark/api/platform';
import type { Action, Json } from '@tidemark/contracts';
import { type FindOptionsOrder, type FindOptionsWhere, In } from 'typeorm';
import {
  type ActivitySubject,
  type Described,
  diff,
  type RefinedActivity,
} from './activity-subject';
import { ActivityService } from './activity.service';

interface Row {
  id: number;
}

/** Where the row is: asked before the work is done and, when there was none, again with its result. */
export type Where<E> = (result?: unknown) => FindOptionsWhere<E> | null;

/** Many rows that one request changes. */
export interface Batch {
  id: string;
  /** How many things changed; one of them may have more than one activity. */
  size: number;
}

/** What some work did to one row. Nothing of it is in the trail until it is recorded. */
export interface Watched {
  /** Whether there is anything to record: a change that changes nothing writes nothing. */
  changed: boolean;
  record(batch?: Batch): Promise<void>;
}

/** Looks at rows before and after some work, and records the difference. Joins the transaction that is open. */
@Injectable()
export class RowRecorder {
  constructor(
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  /** Keeps the row from changing elsewhere, and runs `work`, whose `annotate` goes to this row alone. */
  async watch<E extends Row, T>(
    subject: ActivitySubject<E>,
    action: Action,
    where: Where<E>,
    work: () => Promise<T>,
  ): Promise<Watched & { result: T }> {
    const target = where();
    const [before = null] = target ? await this.lock(subject, target) : [];
    const { result, notes } = await this.activity.withOwnNotes(work);
    const there = before ? byId<E>([before.id]) : where(result);
    const [after = null] = there ? await this.find(subject, there) : [];
    return { result, ...this.compare(subject, action, { before, after, notes }) };
  }

  /**
   * Does the same work to many rows, which are locked in the order of their ids.
   * @param prepare is done once, with the projects of the rows
   */
  async watchAll<E extends Row>(
    subject: ActivitySubject<E>,
    action: Action,
    ids: readonly number[],
    work: (id: number) => Promise<unknown>,
    prepare: (projectIds: number[]) => Promise<void>,
  ): Promise<Watched[]> {
    const before = await this.lock(subject, byId<E>(ids));
    await prepare(before.flatMap((row) => subject.projectId(row) ?? []));
    const notes: Record<string, Json>[] = [];
    for (const id of ids) notes.push((await this.activity.withOwnNotes(() => work(id))).notes);
    const after = await this.find(subject, byId<E>(ids));
    const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
    return ids.map((id, at) => {
      const change = { before: was?.get(id) ?? null, after: is?.get(id) ?? null };
      return this.compare(subject, action, { ...change, notes: notes[at] ?? {} });
    });
  }

  /** Records that these rows, which are there now, were made by one request. */
  async recordNew<E extends Row>(
    subject: ActivitySubject<E>,
    ids: readonly number[],
    batch: Batch,
  ): Promise<void> {
    for (const after of await this.find(subject, byId<E>(ids))) {
      await this.compare(subject, 'created', { before: null, after, notes: {} }).record(batch);
    }
  }

  private compare<E extends Row>(
    subject: ActivitySubject<E>,
    action: Action,
    seen: Omit<Described<E>, 'changes'>,
  ): Watched {
    const { before, after } = seen;
    const change = { ...seen, changes: before && after ? diff(subject, before, after) : [] };
    const rows = activities(subject, action, change);
    return {
      changed: rows.length > 0,
      record: (batch) => this.record(subject, change, rows, batch),
    };
  }

  private async record<E extends Row>(
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

  /** The rows as they are, kept from changing until the end of the transaction. */
  private async lock<E extends Row>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E>,
  ): Promise<E[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await this.rowsOf(subject).find({ where, lock, order: firstIdFirst<E>() });
    return found.length > 0 ? this.find(subject, byId<E>(found.map(({ id }) => id))) : [];
  }

  private find<E extends Row>(
    subject: ActivitySubject<E>,
    where: FindOptionsWhere<E>,
  ): Promise<E[]> {
    const relations = subject.relations ?? {};
    return this.rowsOf(subject).find({ where, relations, order: firstIdFirst<E>() });
  }

  private rowsOf<E extends Row>({ entity }: ActivitySubject<E>) {
    return this.transactions.manager.getRepository<E>(entity);
  }
}

const byId = <E extends Row>(ids: readonly number[]) =>
  ({ id: ids.length === 1 ? ids[0] : In(ids) }) as FindOptionsWhere<E>;
const firstIdFirst = <E extends Row>() => ({ id: 'ASC' }) as FindOptionsOrder<E>;

/** The rows that the trail gains: none for a change that changes nothing, several where the subject tells more. */
function activities<E extends Row>(
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
