import { afterNextRender, Component, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InvoiceView } from '@tidemark/contracts';
import { Icon } from '@tidemark/web/ui';
import { type ChangedDraft, DraftConflict } from './draft-conflict';
import type { InvoiceForm } from './invoice-form';

/** Says that others have changed the draft, and asks what is to become of what was typed. */
@Component({
  selector: 'tm-draft-conflict-panel',
  imports: [Icon, RouterLink],
  templateUrl: './draft-conflict-panel.html',
  styleUrl: './draft-conflict-panel.css',
  host: {
    role: 'group',
    tabindex: '-1',
    'aria-labelledby': 'tm-conflict',
    'aria-describedby': 'tm-conflict-text',
  },
})
export class DraftConflictPanel {
  private readonly conflict = inject(DraftConflict);

  readonly changed = input.required<ChangedDraft>();
  readonly form = input.required<InvoiceForm>();
  /** What the form is a change of. */
  readonly opened = input.required<InvoiceView>();
  /** What it is a change of from now on. */
  readonly decided = output<InvoiceView>();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // It stands where the button was that had the focus.
    afterNextRender(() => element.focus());
  }

  protected keep(): void {
    this.conflict.keep(this.form(), this.opened(), this.changed());
    this.decided.emit(this.changed().now);
  }

  protected async discard(): Promise<void> {
    const { now } = this.changed();
    if (await this.conflict.discard(this.form(), now)) this.decided.emit(now);
  }
}
