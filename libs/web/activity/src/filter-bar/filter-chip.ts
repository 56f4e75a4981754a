import {
  CdkConnectedOverlay,
  CdkOverlayOrigin,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  contentChild,
  type ElementRef,
  input,
  output,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { Icon } from '@tidemark/web/ui';

/** Below the chip, and above it where there is no room. */
const BELOW: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
];

/** What all filters look like: says what is chosen, opens the template within it, and can be taken away. */
@Component({
  selector: 'tm-filter-chip',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, NgTemplateOutlet],
  templateUrl: './filter-chip.html',
  styleUrl: './filter-chip.css',
})
export class FilterChip {
  readonly label = input.required<string>();
  /** What is chosen; "" while nothing is. */
  readonly summary = input.required<string>();
  /** The role of what opens. */
  readonly popup = input.required<'dialog' | 'listbox'>();
  readonly opened = output();
  readonly removed = output();

  protected readonly positions = BELOW;
  protected readonly panel = contentChild.required(TemplateRef);
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  readonly isOpen = signal(false);

  /** Moves the focus to it. */
  focus(): void {
    this.button().nativeElement.focus();
  }

  /** Takes the focus back from what was open. */
  close(): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    this.focus();
  }
}
