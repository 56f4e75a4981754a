import { DOCUMENT } from '@angular/common';
import { inject, type Signal, signal } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import { toProblem } from '../feedback/problem';
import { applyProblem } from './apply-problem';
import { defer, firstValueFrom, type Observable } from 'rxjs';

/** Saving a form: once at a time, and nothing that was typed is lost when it fails. */
export interface Saving {
  readonly busy: Signal<boolean>;
  /** What no single field can say; to be shown above the form. */
  readonly problem: Signal<string | undefined>;
  /** What the server answered; undefined when the form is not complete or the server refused it. */
  save<T>(request: () => Observable<T>): Promise<T | undefined>;
}

/** For the form of this component. In an injection context. */
export function saving(form: FormGroup): Saving {
  const document = inject(DOCUMENT);
  const busy = signal(false);
  const problem = signal<string | undefined>(undefined);

  const refuse = () => {
    form.markAllAsTouched();
    // The fields mark themselves first; then the first marked one gets the focus.
    setTimeout(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
    return undefined;
  };

  const send = async <T>(request: () => Observable<T>) => {
    busy.set(true);
    problem.set(undefined);
    try {
      return await firstValueFrom(defer(request));
    } catch (error) {
      problem.set(applyProblem(form, toProblem(error)));
      return form.valid ? undefined : refuse();
    } finally {
      busy.set(false);
    }
  };

  return {
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    save: async (request) => {
      if (busy()) return undefined;
      return form.invalid ? refuse() : send(request);
    },
  };
}
