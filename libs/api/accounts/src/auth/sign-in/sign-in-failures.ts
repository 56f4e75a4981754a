import { Injectable } from '@nestjs/common';
import { type ActivityEntry, ActivityService, DISPLAY_NAME } from '@tidemark/api/activity';
import { Clock, RequestContext, Transactions } from '@tidemark/api/platform';

interface Bucket {
  user_id: number | null;
  address: string | null;
  further: number;
}

const COUNT = `
  INSERT INTO sign_in_failure (user_id, address, minute)
  VALUES ($1, $2, date_trunc('minute', $3::timestamptz))
  ON CONFLICT (user_id, address, minute) DO UPDATE SET further = sign_in_failure.further + 1
  RETURNING further`;

// Several replicas may do this at once: each takes the minutes that nobody else has in hand.
const TAKE = `
  WITH over AS (
    DELETE FROM sign_in_failure WHERE id IN (
      SELECT id FROM sign_in_failure WHERE minute < date_trunc('minute', $1::timestamptz)
      FOR UPDATE SKIP LOCKED)
    RETURNING id, user_id, host(address) AS address, further)
  SELECT user_id, address, further FROM over WHERE further > 0 ORDER BY id`;

/**
 * Failed sign-ins in the trail, by account, address and minute: the first is recorded at once, and those
 * that follow within the minute become one more row when it is over. A flood stays readable that way.
 */
@Injectable()
export class SignInFailures {
  constructor(
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** Records or counts a failure, in a transaction of its own: the 401 that follows does not undo it. */
  async record(userId: number | null): Promise<void> {
    await this.transactions.run(async () => {
      const { ip } = this.context.caller;
      const [bucket] = await this.query<Pick<Bucket, 'further'>>(COUNT, [
        userId,
        ip,
        this.clock.now(),
      ]);
      if (bucket?.further === 0) await this.activity.log(entryFor(userId, 1));
    });
  }

  /** Writes the rows of the minutes that are over; with `all` those of the running one too. */
  async flush({ all = false } = {}): Promise<void> {
    const until = all ? new Date(this.clock.now().getTime() + 60_000) : this.clock.now();
    await this.context.runAs({ job: 'sign-in-failures' }, () =>
      this.transactions.run(async () => {
        for (const { user_id, address, further } of await this.query<Bucket>(TAKE, [until])) {
          await this.activity.log({ ...entryFor(user_id, further), ip_address: address });
        }
      }),
    );
  }

  private query<T>(text: string, values: unknown[]): Promise<T[]> {
    return this.transactions.manager.query(text, values);
  }
}

/** Nobody acts: whoever tried is not the person aimed at. What was typed as a name may be a password. */
function entryFor(userId: number | null, count: number): ActivityEntry {
  return {
    user_id: null,
    action: 'sign_in_failed',
    entity_type: 'user',
    entity_id: userId,
    entity_name: userId === null ? 'unknown account' : DISPLAY_NAME,
    description: count === 1 ? 'Failed sign-in' : `Failed sign-in ${count} times`,
    extra_data: { count },
  };
}
