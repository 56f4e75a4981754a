import { afterNextRender, Directive, ElementRef, inject, input } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** A part of a page that an address can name: `<section tmPart="comments">` is in view at "…#comments". */
@Directive({
  selector: '[tmPart]',
  host: { '[id]': 'tmPart()', tabindex: '-1' },
})
export class NamedPart {
  private readonly route = inject(ActivatedRoute);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly tmPart = input.required<string>();

  constructor() {
    // What stands here is often loaded only after the router has looked for it.
    afterNextRender(() => {
      if (this.route.snapshot.fragment !== this.tmPart()) return;
      this.element.scrollIntoView({ block: 'start' });
      this.element.focus({ preventScroll: true });
    });
  }
}
