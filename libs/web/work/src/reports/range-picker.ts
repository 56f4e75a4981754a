import {
  CdkConnectedOverlay,
  CdkOverlayOrigin,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import { Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Icon } from '@tidemark/web/ui';
import { type Days, DaysPanel } from '@tidemark/web/ui/pages';
import type { DayRange } from '../time-entries/time-range';
import { daysIn, MAX_DAYS, type NamedRange, RANGE_LABELS, RANGES, titleOf } from './report-range';

const BELOW: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
];

/** The days of a report as a button: usual ones with one press, any others by the first and the last of them. */
@Component({
  selector: 'tm-range-picker',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, DaysPanel, Icon],
  templateUrl: './range-picker.html',
  styleUrl: './range-picker.css',
})
export class RangePicker {
  readonly range = input.required<DayRange>();
  /** The name of the range, where it has one today. */
  readonly name = input<NamedRange>();
  readonly named = output<NamedRange>();
  readonly picked = output<DayRange>();

  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  protected readonly positions = BELOW;
  protected readonly ranges = RANGES.map((name) => ({ name, label: RANGE_LABELS[name] }));
  protected readonly check = wrongWith;
  protected readonly labels = RANGE_LABELS;
  protected readonly isOpen = signal(false);
  protected readonly title = computed(() => titleOf(this.range()));

  protected choose(name: NamedRange): void {
    this.named.emit(name);
    this.close();
  }

  protected pick(days: DayRange): void {
    this.picked.emit(days);
    this.close();
  }

  protected close(): void {
    this.isOpen.set(false);
    this.button().nativeElement.focus();
  }
}

function wrongWith({ first, last }: Days): string {
  if (!first || !last) return 'Give both days.';
  return daysIn({ first, last }) > MAX_DAYS ? `${MAX_DAYS} days at most.` : '';
}
