import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, Directive, ElementRef, inject, input } from '@angular/core';
import { TooltipBubble } from './tooltip-bubble';

const POINTED_MS = 250;
const LEFT_MS = 120;

/**
 * More about an element on hover and focus: `<button aria-label="Theme" tmTooltip="Theme">`. It can be pointed at and is
 * dismissed by Escape (WCAG 1.4.13). Small enough for every row of a list: nothing is made before it is needed.
 */
@Directive({
  selector: '[tmTooltip]',
  host: {
    '[attr.aria-description]': 'description()',
    '(pointerenter)': 'after(POINTED_MS, show)',
    '(pointerleave)': 'after(LEFT_MS, hide)',
    '(focus)': 'focused()',
    '(blur)': 'hide()',
    '(click)': 'hide()',
  },
})
export class Tooltip {
  private readonly bubble = inject(TooltipBubble);
  private readonly document = inject(DOCUMENT);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly tmTooltip = input.required<string>();

  protected readonly POINTED_MS = POINTED_MS;
  protected readonly LEFT_MS = LEFT_MS;
  /** What the name already says need not be said again. */
  protected readonly description = computed(() => {
    const text = this.tmTooltip();
    return text && text !== this.element.getAttribute('aria-label') ? text : null;
  });

  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  protected readonly show = (): void => {
    if (!this.tmTooltip()) return;
    this.bubble.show(
      this.element,
      this.tmTooltip(),
      () => clearTimeout(this.timer),
      () => this.after(LEFT_MS, this.hide),
    );
    this.document.addEventListener('keydown', this.dismiss);
  };

  protected readonly hide = (): void => {
    clearTimeout(this.timer);
    this.bubble.hide(this.element);
    this.document.removeEventListener('keydown', this.dismiss);
  };

  protected after(ms: number, action: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(action, ms);
  }

  /** A click focuses as well; it is the keyboard that needs the tooltip then. */
  protected focused(): void {
    if (this.element.matches(':focus-visible')) this.show();
  }

  private readonly dismiss = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.hide();
  };
}
