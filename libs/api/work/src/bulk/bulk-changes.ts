import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ActivitySubject, RowRecorder, type Watched } from '@tidemark/api/activity';
import { ProblemException, Transactions } from '@tidemark/api/platform';
import type { Action, BulkAnswer } from '@tidemark/contracts';
import { ProjectRights } from '../projects/project-rights';
import { refusalOf, type Refused } from './refusals';

/** What is to be done to each row: by the method of the service that does it to a single one. */
export interface BulkChange<E extends { id: number }> {
  subject: ActivitySubject<E>;
  action: Action;
  ids: readonly number[];
  change: (id: number) => Promise<void>;
  /** Projects that it needs beside those of the rows. */
  projectIds?: number[];
  /** "time entries" */
  things: string;
}

/**
 * Does the same to many rows, or to none. Each row goes the way that it goes alone, so that every rule holds,
 * and has its own activity; all carry one batch id.
 */
@Injectable()
export class BulkChanges {
  constructor(
    private readonly recorder: RowRecorder,
    private readonly projects: ProjectRights,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ProblemException that names every row which cannot be changed, and why */
  run<E extends { id: number }>(bulk: BulkChange<E>): Promise<BulkAnswer> {
    return this.transactions.run(async () => {
      const changed = (await this.changeAll(bulk)).filter((row) => row.changed);
      const unchanged = bulk.ids.length - changed.length;
      if (changed.length === 0) return { batch_id: null, changed: 0, unchanged };
      const batch = { id: randomUUID(), size: changed.length };
      for (const row of changed) await row.record(batch);
      return { batch_id: batch.id, changed: changed.length, unchanged };
    });
  }

  /** In the order of the ids, so that two who change the same rows wait for, and not on, each other. */
  private async changeAll<E extends { id: number }>(bulk: BulkChange<E>): Promise<Watched[]> {
    const { subject, action, ids, change, things, projectIds = [] } = bulk;
    const refused: Refused[] = [];
    const inOrder = ids.toSorted((one, other) => one - other);
    const tryOne = (id: number) =>
      change(id).catch((error: unknown) => {
        if (!(error instanceof ProblemException)) throw error;
        refused.push({ index: ids.indexOf(id), problem: error });
      });
    const watched = await this.recorder.watchAll(subject, action, inOrder, tryOne, (theirs) =>
      this.projects.keep([...theirs, ...projectIds]),
    );
    if (refused.length > 0) throw refusalOf(refused, ids.length, things);
    return watched;
  }
}
