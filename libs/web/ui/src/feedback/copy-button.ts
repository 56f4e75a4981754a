import { Component, DestroyRef, inject, injectAsync, input, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import { Clipboard } from './clipboard';

const THANKS_MS = 2000;

/** Copies a text and says so. The label is what a screen reader hears: "Copy link". */
@Component({
  selector: 'tm-copy-button',
  imports: [Icon],
  template: `
    <button type="button" class="btn btn-small" (click)="copy()">
      <tm-icon [name]="outcome() === 'copied' ? 'check' : 'copy'" [size]="16" />
      {{ says() }}
    </button>
  `,
})
export class CopyButton {
  private readonly clipboard = inject(Clipboard);
  private readonly announcer = injectAsync(() =>
    import('@angular/cdk/a11y').then((module) => module.LiveAnnouncer),
  );
  private readonly destroyRef = inject(DestroyRef);

  readonly text = input.required<string>();
  readonly label = input('Copy');

  protected readonly outcome = signal<'copied' | 'refused' | undefined>(undefined);

  protected says(): string {
    if (this.outcome() === 'copied') return 'Copied';
    return this.outcome() === 'refused' ? 'Select it and copy by hand' : this.label();
  }

  protected async copy(): Promise<void> {
    this.outcome.set((await this.clipboard.copy(this.text())) ? 'copied' : 'refused');
    void this.announcer().then((announcer) => announcer.announce(this.says()));
    const timer = setTimeout(() => this.outcome.set(undefined), THANKS_MS);
    this.destroyRef.onDestroy(() => clearTimeout(timer));
  }
}
