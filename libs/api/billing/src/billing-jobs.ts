import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { OverdueInvoices } from './invoices/overdue-invoices';

const EVERY_MS = 3_600_000;

/** What billing does by the clock: at the start, and every hour. */
@Injectable()
export class BillingJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('BillingJobs');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly overdue: OverdueInvoices) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.attempt();
    this.timer = setInterval(() => void this.attempt(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The database may be away: the next turn does what this one could not. */
  private async attempt(): Promise<void> {
    try {
      await this.overdue.mark();
    } catch (error) {
      this.logger.warn(`Overdue invoices could not be marked: ${String(error)}`);
    }
  }
}
