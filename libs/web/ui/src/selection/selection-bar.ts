import { DOCUMENT } from '@angular/common';
import { afterRenderEffect, Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { Hotkeys } from '../keyboard/hotkeys';
import type { Selectable, Selection } from './selection';

const OVERLAID = '.cdk-overlay-container :is([role="dialog"], [role="alertdialog"], [role="menu"])';

/** How much is chosen and what can be done with it: at the lower edge of the window, while anything is chosen. */
@Component({
  selector: 'tm-selection-bar',
  imports: [Icon],
  templateUrl: './selection-bar.html',
  styleUrl: './selection-bar.css',
  host: { '(document:keydown.escape)': 'escape($event)' },
})
export class SelectionBar {
  private readonly document = inject(DOCUMENT);

  readonly selection = input.required<Selection<Selectable>>();
  /** Of the chosen ones, such as what their times add up to. */
  readonly sum = input('');

  protected readonly said = computed(() => {
    const count = this.selection().count();
    if (count === 0) return '';
    return this.sum() ? `${count} selected, ${this.sum()}` : `${count} selected`;
  });
  private wasActive = false;

  constructor() {
    inject(Hotkeys).register({
      key: 'x',
      label: 'Select the row that has the focus',
      run: () => this.boxIn(this.document.activeElement?.closest('.selectable'))?.click(),
    });
    afterRenderEffect(() => {
      const isActive = this.selection().isActive();
      // With the bar goes the button that had the focus.
      if (this.wasActive && !isActive) this.rescueFocus();
      this.wasActive = isActive;
    });
  }

  protected escape(event: Event): void {
    const isFree = !event.defaultPrevented && !this.document.querySelector(OVERLAID);
    if (isFree && this.selection().isActive()) this.selection().clear();
  }

  private rescueFocus(): void {
    const { activeElement, body } = this.document;
    if (activeElement !== null && activeElement !== body) return;
    const last = this.document.querySelector(`[data-row="${this.selection().last ?? ''}"]`);
    ((last as HTMLElement | null) ?? this.boxIn(body))?.focus({ preventScroll: true });
  }

  private boxIn(element: Element | null | undefined): HTMLElement | null {
    return element?.querySelector<HTMLElement>('tm-select-box input') ?? null;
  }
}
