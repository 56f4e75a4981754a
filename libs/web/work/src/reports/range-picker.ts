import { CdkTrapFocus } from '@angular/cdk/a11y';
import {
  CdkConnectedOverlay,
  CdkOverlayOrigin,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import {
  Component,
  computed,
  ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '@tidemark/web/ui';
import type { DayRange } from '../time-entries/time-range';
import { daysIn, MAX_DAYS, type NamedRange, RANGE_LABELS, RANGES, titleOf } from './report-range';

const BELOW: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
];

/** The days of a report as a button: usual ones with one press, any others by the first and the last of them. */
@Component({
  selector: 'tm-range-picker',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon],
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
  protected readonly ranges = RANGES;
  protected readonly labels = RANGE_LABELS;
  protected readonly isOpen = signal(false);
  protected readonly title = computed(() => titleOf(this.range()));
  protected readonly from = linkedSignal(() => this.range().first);
  protected readonly to = linkedSignal(() => this.range().last);
  protected readonly wrong = computed(() => {
    const [first, last] = [this.from(), this.to()];
    if (!first || !last) return 'Give both days.';
    if (first > last) return 'The last day lies before the first.';
    return daysIn({ first, last }) > MAX_DAYS ? `${MAX_DAYS} days at most.` : '';
  });

  protected choose(name: NamedRange): void {
    this.named.emit(name);
    this.close();
  }

  protected apply(event: Event): void {
    event.preventDefault();
    if (this.wrong()) return;
    this.picked.emit({ first: this.from(), last: this.to() });
    this.close();
  }

  protected close(): void {
    this.isOpen.set(false);
    this.button().nativeElement.focus();
  }
}
