import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service } from '@angular/core';

const GAP = 6;
const EDGE = 8;

/** The one bubble that all tooltips share. It lies in the top layer, above dialogs, too. */
@Service()
export class TooltipBubble {
  private readonly document = inject(DOCUMENT);
  private readonly element = this.make();
  private owner?: Element;

  constructor() {
    const window = this.document.defaultView;
    const hide = () => this.hide();
    window?.addEventListener('scroll', hide, { capture: true, passive: true });
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('scroll', hide, { capture: true });
      this.element.remove();
    });
  }

  /** Shows `text` above `owner`, or below where there is no room. `entered` and `left` tell of the pointer over the bubble. */
  show(owner: Element, text: string, entered: () => void, left: () => void): void {
    this.owner = owner;
    this.element.textContent = text;
    this.element.onpointerenter = entered;
    this.element.onpointerleave = left;
    this.document.body.append(this.element);
    this.element.showPopover?.();
    this.place(owner.getBoundingClientRect());
  }

  /** Hides it; with an owner, only while it belongs to that one. */
  hide(owner = this.owner): void {
    if (!this.owner || owner !== this.owner) return;
    this.owner = undefined;
    this.element.remove();
  }

  private place(target: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height, style } = this.element;
    const room = this.document.documentElement.clientWidth - width - EDGE;
    const above = target.top - height - GAP;
    const middle = target.left + (target.width - width) / 2;
    style.left = `${Math.max(EDGE, Math.min(middle, room))}px`;
    style.top = `${above >= EDGE ? above : target.bottom + GAP}px`;
  }

  /** Hidden from screen readers: they are told the same by the description of the element itself. */
  private make(): HTMLElement {
    const element = this.document.createElement('div');
    element.className = 'tm-tooltip';
    element.setAttribute('popover', 'manual');
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}
