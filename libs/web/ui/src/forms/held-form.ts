import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  type Signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

/**
 * The form around a field is not sent while what was entered there is still awaited: it would go without it. The button that
 * was pressed waits, and is pressed again by `send`. Made in an injection context of the field.
 */
export class HeldForm {
  private readonly injector = inject(Injector);
  private readonly field = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private held?: { form: HTMLFormElement; button?: HTMLElement };

  /** @param awaited as soon as it is not any more, what was held back is forgotten, unless it was sent by then */
  constructor(awaited: Signal<boolean>) {
    // Before any listener of the form itself.
    fromEvent<SubmitEvent>(inject(DOCUMENT), 'submit', { capture: true })
      .pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (awaited()) this.hold(event);
      });
    effect(() => awaited() || this.drop());
    inject(DestroyRef).onDestroy(() => this.drop());
  }

  /** Sends what was held back, with what has come: as soon as that is on screen. Nothing when nothing was held back. */
  send(): void {
    const { held, injector } = this;
    this.drop();
    if (held) afterNextRender(() => held.form.requestSubmit(held.button), { injector });
  }

  /** Lets the button go without sending anything. Whether something was held back. */
  drop(): boolean {
    const { held } = this;
    this.held = undefined;
    held?.button?.removeAttribute('aria-busy');
    return held !== undefined;
  }

  private hold(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.contains(this.field)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.drop();
    this.held = { form, button: event.submitter ?? undefined };
    this.held.button?.setAttribute('aria-busy', 'true');
  }
}
