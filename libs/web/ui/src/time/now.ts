import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, type Signal, signal } from '@angular/core';

/**
 * The time of day as shared signals (epoch milliseconds): one tick for everything on screen.
 * A spec provides `{ provide: Now, useValue: { everySecond: () => ms, everyMinute: () => ms } }`.
 */
@Service()
export class Now {
  private readonly document = inject(DOCUMENT);
  private readonly destroyRef = inject(DestroyRef);
  private readonly ticks = new Map<number, Signal<number>>();

  /** Ticks every second. */
  everySecond(): number {
    return this.ticking(1000)();
  }

  /** Ticks every minute. */
  everyMinute(): number {
    return this.ticking(60_000)();
  }

  /** Starts with the first reader: without one, nothing ticks. */
  private ticking(everyMs: number): Signal<number> {
    let tick = this.ticks.get(everyMs);
    if (!tick) {
      tick = this.start(everyMs);
      this.ticks.set(everyMs, tick);
    }
    return tick;
  }

  private start(everyMs: number): Signal<number> {
    const now = signal(Date.now());
    const update = () => now.set(Date.now());
    const timer = setInterval(update, everyMs);
    // Hidden tabs are throttled: be right at once when the person comes back.
    this.document.addEventListener('visibilitychange', update);
    this.destroyRef.onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('visibilitychange', update);
    });
    return now.asReadonly();
  }
}
