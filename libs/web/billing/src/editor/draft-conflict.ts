import { inject, Service, signal } from '@angular/core';
import type { ActivityView, InvoiceView, Problem } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { ConfirmDialog, toProblem } from '@tidemark/web/ui';
import { catchError, forkJoin, map, type Observable, throwError } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { changedBetween, changedBy, keepMine, wordsFor } from './draft-merge';
import { fill, type InvoiceForm } from './invoice-form';

/** A draft that others have changed while it was edited, and what that means for what was typed. */
export interface ChangedDraft {
  now: InvoiceView;
  heading: string;
  text: string;
}

/** Two who edit one draft: the second is told, and loses nothing, whatever they choose. */
@Service({ autoProvided: false })
export class DraftConflict {
  private readonly api = inject(InvoicesApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly me = inject(SessionStore).me;
  private readonly changed = signal<ChangedDraft | undefined>(undefined);
  private readonly said = signal('');

  /** Until the person has chosen. */
  readonly found = this.changed.asReadonly();
  /** What became of the choice, until it is saved. */
  readonly notice = this.said.asReadonly();

  /**
   * Finds out what others did when that is why saving failed; any other failure goes on, and so does one to find out.
   * @returns the draft where all is in it already, as after an answer that was lost on the way
   */
  look(
    error: unknown,
    form: InvoiceForm,
    opened: InvoiceView,
  ): Observable<InvoiceView | undefined> {
    if (!isStale(toProblem(error))) return throwError(() => error);
    return forkJoin([this.api.get(opened.id), this.api.lastChange(opened.id)]).pipe(
      map(([now, by]) => {
        if (!now.can_edit) throw error;
        if (changedBy(form, now).length === 0) return now;
        this.said.set('');
        this.changed.set({ now, heading: this.heading(by), text: textFor(form, opened, now) });
        return undefined;
      }),
      catchError(() => throwError(() => error)),
    );
  }

  keep(form: InvoiceForm, opened: InvoiceView, { now }: ChangedDraft): void {
    const freed = keepMine(form, opened, now);
    this.changed.set(undefined);
    this.said.set(keptText(freed));
  }

  /** Shows the draft as it is now, unless the person thinks better of it: then the answer is false. */
  async discard(form: InvoiceForm, now: InvoiceView): Promise<boolean> {
    const confirmed = await this.confirm.ask({
      title: 'Discard your changes?',
      text: 'The draft is shown as it is now. What you wrote has not been saved.',
      action: 'Discard',
      danger: true,
    });
    if (!confirmed) return false;
    fill(form, now);
    this.changed.set(undefined);
    return true;
  }

  private heading(by: ActivityView | undefined): string {
    if (!by?.display_name) return 'This draft was changed meanwhile';
    if (by.user_id === this.me()?.id) return 'You changed this draft elsewhere meanwhile';
    return `${by.display_name} changed this draft meanwhile`;
  }
}

const isStale = ({ errors }: Problem): boolean => !!errors?.some(({ code }) => code === 'stale');

function textFor(form: InvoiceForm, opened: InvoiceView, now: InvoiceView): string {
  const [theirs, mine] = [changedBetween(opened, now), changedBy(form, opened)];
  const both = theirs.filter((name) => mine.includes(name));
  const changes = theirs.length > 0 ? `Changed: ${wordsFor(theirs)}. ` : '';
  const choice =
    both.length > 0
      ? `If you keep it, it replaces the present ${wordsFor(both)}.`
      : 'You changed something else: if you keep it, both changes are there.';
  return `${changes}What you wrote is still here, and not saved. ${choice}`;
}

function keptText(freed: readonly number[]): string {
  const kept =
    'What you changed is kept, and the rest is as it is now. Look through it, then save.';
  if (freed.length === 0) return kept;
  const lines = freed.length === 1 ? 'line' : 'lines';
  return `${kept} Others took the tracked time off ${lines} ${freed.join(', ')}: to bill it, add it again in place of the ${lines}.`;
}
