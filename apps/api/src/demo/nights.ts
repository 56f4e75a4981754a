import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OverdueInvoices } from '@tidemark/api/billing';
import { Clock } from '@tidemark/api/platform';

const DAY_MS = 86_400_000;
/** The product's own jobs run every hour; this is when the one after midnight came round. */
const MINUTES_AFTER_MIDNIGHT = 17;

/** What the product does by itself, in the nights between the steps of the team. */
export class Nights {
  private readonly clock: Clock;
  private readonly overdue: OverdueInvoices;
  private next: number | undefined;

  constructor(app: NestFastifyApplication) {
    this.clock = app.get(Clock);
    this.overdue = app.get(OverdueInvoices);
  }

  /** Lets the nights go by that lie between the last call and this one. */
  async passUntil(at: Date): Promise<void> {
    this.next ??= nightAfter(at.getTime());
    while (this.next <= at.getTime()) {
      this.clock.set(new Date(this.next));
      await this.overdue.mark();
      this.next = nightAfter(this.next);
    }
  }
}

function nightAfter(ms: number): number {
  const offset = MINUTES_AFTER_MIDNIGHT * 60_000;
  return Math.floor((ms - offset) / DAY_MS + 1) * DAY_MS + offset;
}
