import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { Icon } from '@tidemark/web/ui';
import { type PageFilter, RANGE_LABELS, type Range, RANGES } from '../filter/page-filter';
import { dayOf, periodLabel } from '../filter/period';
import { BELOW } from './filter-picker';

export type Period = Pick<PageFilter, 'range' | 'start_date' | 'end_date'>;
export const NO_PERIOD: Period = { range: undefined, start_date: undefined, end_date: undefined };

/** The period as a chip: usual ones with one press, any other by its first and last day. */
@Component({
  selector: 'tm-period-picker',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon],
  templateUrl: './period-picker.html',
  styleUrls: ['./filter-chip.css', './period-picker.css'],
})
export class PeriodPicker {
  private readonly zone = inject(SessionStore).zone;

  readonly period = input.required<Period>();
  readonly picked = output<Period>();

  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  protected readonly isOpen = signal(false);
  protected readonly positions = BELOW;
  protected readonly ranges = Object.keys(RANGES) as Range[];
  protected readonly rangeLabels = RANGE_LABELS;
  protected readonly summary = computed(() => periodLabel(this.period(), this.zone()));
  protected readonly from = linkedSignal(() => dayOf(this.period().start_date, this.zone()));
  protected readonly to = linkedSignal(() => dayOf(this.period().end_date, this.zone()));
  protected readonly isBackwards = computed(
    () => !!this.from() && !!this.to() && this.from() > this.to(),
  );

  protected choose(range: Range): void {
    this.pick({ ...NO_PERIOD, range });
  }

  protected apply(event: Event): void {
    event.preventDefault();
    if (this.isBackwards()) return;
    const [start_date, end_date] = [this.from() || undefined, this.to() || undefined];
    this.pick({ ...NO_PERIOD, start_date, end_date });
  }

  protected clear(): void {
    this.picked.emit(NO_PERIOD);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.button().nativeElement.focus();
  }

  private pick(period: Period): void {
    this.picked.emit(period);
    this.close();
  }
}
