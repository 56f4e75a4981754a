import { Component, computed, inject, input } from '@angular/core';
import type { ActivityStats } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, formatDay, Now } from '@tidemark/web/ui';

type Daily = ActivityStats['daily_counts'][number];

const HEIGHT = 34;
const STEP = 10;
/** A day without anything still has its place. */
const LEAST = 1.5;
/** More days than these are summed up in words. */
const READ_OUT = 14;

/** Activities per day as bars; the numbers in words for those who cannot see them. */
@Component({
  selector: 'tm-sparkline',
  template: `
    <svg
      role="img"
      preserveAspectRatio="none"
      [attr.viewBox]="'0 0 ' + days().length * step + ' ' + height"
      [attr.aria-label]="words()"
    >
      @for (bar of bars(); track bar.date) {
        <rect
          width="7"
          [class.none]="bar.count === 0"
          [class.today]="bar.date === today()"
          [attr.x]="$index * step + 1.5"
          [attr.y]="height - bar.size"
          [attr.height]="bar.size"
        >
          <title>{{ name(bar) }}</title>
        </rect>
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 40px;
    }
    rect {
      fill: color-mix(in srgb, var(--tide) 45%, var(--surface));
    }
    .today {
      fill: var(--tide);
    }
    .none {
      fill: var(--line-strong);
    }
    @media (forced-colors: active) {
      rect {
        fill: CanvasText;
      }
    }
  `,
})
export class Sparkline {
  private readonly now = inject(Now);
  private readonly zone = inject(SessionStore).zone;

  readonly days = input.required<readonly Daily[]>();

  protected readonly height = HEIGHT;
  protected readonly step = STEP;
  protected readonly today = computed(() => dayIn(this.zone(), this.now.everyMinute()));
  private readonly most = computed(() => Math.max(1, ...this.days().map(({ count }) => count)));

  protected readonly bars = computed(() =>
    this.days().map((day) => ({
      ...day,
      size: Math.max(LEAST, (day.count / this.most()) * HEIGHT),
    })),
  );

  /** "Activities per day: Fri 20 Nov 12, Yesterday 7, Today 3", or the busiest day of many. */
  protected readonly words = computed(() => {
    const days = this.days();
    if (days.length <= READ_OUT) {
      return `Activities per day: ${days.map((day) => this.name(day)).join(', ')}`;
    }
    const busiest = days.reduce((one, other) => (other.count > one.count ? other : one));
    return `Activities per day for ${days.length} days, most on ${this.name(busiest)}`;
  });

  protected name({ date, count }: Daily): string {
    return `${formatDay(date, this.today())}: ${count}`;
  }
}
