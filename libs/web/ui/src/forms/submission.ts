import { afterNextRender, inject, Injector, signal } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import { toProblem } from '../feedback/problem';
import { applyProblem } from './apply-problem';

/**
 * Sending a form: once at a time, only when it is valid, with the server's objections put where they belong.
 * Made in an injection context: `readonly submission = new Submission(this.form)`.
 */
export class Submission {
  private readonly injector = inject(Injector);
  private readonly sending = signal(false);
  private readonly objection = signal<string | undefined>(undefined);

  /** It is under way: the button waits. */
  readonly pending = this.sending.asReadonly();
  /** Why it was not accepted, where no single field is to blame. */
  readonly failure = this.objection.asReadonly();

  constructor(private readonly form: FormGroup) {}

  /**
   * Sends unless the form is invalid or already on its way. `event` is the form's submit event: the first field with an
   * error gets the focus. Whether it was accepted.
   */
  async run(event: Event, send: () => Promise<unknown>): Promise<boolean> {
    this.form.markAllAsTouched();
    this.objection.set(undefined);
    const accepted = this.form.valid && !this.sending() && (await this.attempt(send));
    if (this.form.invalid) this.focusFirstError(event.target);
    return accepted;
  }

  private async attempt(send: () => Promise<unknown>): Promise<boolean> {
    this.sending.set(true);
    try {
      await send();
      return true;
    } catch (error) {
      this.objection.set(applyProblem(this.form, toProblem(error)));
      return false;
    } finally {
      this.sending.set(false);
    }
  }

  private focusFirstError(form: EventTarget | null): void {
    if (!(form instanceof HTMLElement)) return;
    const focus = () => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
