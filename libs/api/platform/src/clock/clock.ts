import { Injectable } from '@nestjs/common';

/** What time it is, for everything that is stored. The demo team and specs set it; nothing else does. */
@Injectable()
export class Clock {
  private fixed: Date | null = null;

  now(): Date {
    return this.fixed ? new Date(this.fixed) : new Date();
  }

  /** Stands still at the instant given; `null` lets real time go on. */
  set(instant: Date | null): void {
    this.fixed = instant;
  }
}
