import { inject, Service } from '@angular/core';
import type { BulkAnswer, Problem } from '@tidemark/contracts';
import { Dialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { WorkChanges, type WorkKind } from '../shared/work-changes';
import type { Refusal, Refusals, RefusedDialog } from './refused-dialog';

/** A row as it is spoken of. */
export interface NamedRow {
  id: number;
  name: string;
  /** What tells it from others of the same name: "Mon 23 Nov, 1:30". */
  detail?: string;
}

export interface BulkChange {
  rows: readonly NamedRow[];
  send: (ids: number[]) => Observable<BulkAnswer>;
  /** "Moved 12 entries" */
  done: (count: number) => string;
  /** What lists load again. */
  told: WorkKind[];
}

/** Sends a change of many things, and says what became of it. */
@Service()
export class BulkChanges {
  private readonly toast = inject(Toast);
  private readonly changes = inject(WorkChanges);
  private readonly dialogs = inject(Dialogs);

  /** Whether something was changed. Where some rows are refused, a person may go on with the others. */
  async run(change: BulkChange): Promise<boolean> {
    try {
      const answer = await firstValueFrom(change.send(change.rows.map(({ id }) => id)));
      this.toast.show(said(change, answer));
      this.changes.tell(...change.told);
      return true;
    } catch (error) {
      return this.refused(change, toProblem(error));
    }
  }

  private async refused(change: BulkChange, problem: Problem): Promise<boolean> {
    const refused = refusalsIn(problem, change.rows);
    if (refused.length === 0) {
      this.toast.problem(problem);
      return false;
    }
    const ids = new Set(refused.map(({ row }) => row.id));
    const others = change.rows.filter(({ id }) => !ids.has(id));
    const goOn = await this.show({ title: problem.detail, refused, others: others.length });
    return goOn && this.run({ ...change, rows: others });
  }

  private async show(refusals: Refusals): Promise<boolean> {
    const opened = await this.dialogs.open<RefusedDialog, Refusals, boolean>(
      import('./refused-dialog').then((module) => module.RefusedDialog),
      { data: refusals, role: 'alertdialog', width: '520px' },
    );
    return (opened && (await firstValueFrom(opened.afterClosed()))) ?? false;
  }
}

function said({ done }: BulkChange, { changed, unchanged }: BulkAnswer): string {
  if (changed === 0) return 'Nothing to change: they are like that already';
  return unchanged > 0 ? `${done(changed)}; ${unchanged} were like that already` : done(changed);
}

/** Of the rows that a problem points to: "/ids/3". */
function refusalsIn({ errors = [] }: Problem, rows: readonly NamedRow[]): Refusal[] {
  return errors.flatMap(({ pointer, message }) => {
    const row = rows[Number(/^\/ids\/(\d+)$/.exec(pointer)?.[1])];
    return row ? [{ row, message }] : [];
  });
}
