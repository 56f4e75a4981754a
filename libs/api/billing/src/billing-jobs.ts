import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '@tidemark/api/platform';
import { OfficeCalendar } from './invoices/office-calendar';
import { OverdueInvoices } from './invoices/overdue-invoices';
import { msUntilNextTurn } from './next-turn';

const AFTER_FAILURE_MS = 60_000;

/** What billing does by the clock: at the start, every hour, and when a day of the organisation begins. */
@Injectable()
export class BillingJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('BillingJobs');
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly overdue: OverdueInvoices,
    private readonly calendar: OfficeCalendar,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.turn();
  }

  onModuleDestroy(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private async turn(): Promise<void> {
    const rest = await this.attempt();
    if (this.isOver) return;
    this.timer = setTimeout(() => void this.turn(), rest).unref();
  }

  /** The database may be away: the next turn does what this one could not. @returns how long to rest, in ms */
  private async attempt(): Promise<number> {
    try {
      await this.overdue.mark();
      return msUntilNextTurn(await this.calendar.zone(), this.clock.now());
    } catch (error) {
      this.logger.warn(`Overdue invoices could not be marked: ${String(error)}`);
      return AFTER_FAILURE_MS;
    }
  }
}
