import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { RequestContext } from '@tidemark/api/platform';
import { Invitations } from '../users/invitations';
import { Sessions } from './sessions/sessions';
import { SignInFailures } from './sign-in/sign-in-failures';
import { SignInLimits } from './sign-in/sign-in-limits';

const FLUSH_EVERY_MS = 20_000;
const TIDY_EVERY_MS = 3_600_000;

/** What accounts do by the clock: closing the minutes of failed sign-ins, and forgetting what has expired. */
@Injectable()
export class AccountJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('AccountJobs');
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly failures: SignInFailures,
    private readonly limits: SignInLimits,
    private readonly sessions: Sessions,
    private readonly invitations: Invitations,
    private readonly context: RequestContext,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.attempt(() => this.failures.flush());
    await this.attempt(() => this.tidy());
    this.timers = [
      setInterval(() => void this.attempt(() => this.failures.flush()), FLUSH_EVERY_MS),
      setInterval(() => void this.attempt(() => this.tidy()), TIDY_EVERY_MS),
    ];
    for (const timer of this.timers) timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.attempt(() => this.failures.flush({ all: true }));
  }

  private tidy(): Promise<void> {
    return this.context.runAs({ job: 'tidy-accounts' }, async () => {
      await this.limits.forgetOld();
      await this.sessions.forgetExpired();
      await this.invitations.forgetExpired();
    });
  }

  /** The database may be away: the next turn does what this one could not. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`A job of the accounts failed: ${String(error)}`);
    }
  }
}
