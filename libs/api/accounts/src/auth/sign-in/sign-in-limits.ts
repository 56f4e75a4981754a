import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@tidemark/api/platform';
import { Keys } from '../keys';

/** Whose password is tried: a person, or a name that belongs to nobody. */
export type Account = { userId: number } | { name: string };

export interface Attempt {
  account: Account;
  address: string | null;
  /** The browser in which the person has signed in before; null for any other. */
  device: string | null;
}

interface Limit {
  where: string;
  /** Failed attempts in a window, after which the door stays shut until the oldest of them leaves it. */
  allowed: number;
  window: string;
}

// $1 is the account, $2 the device or the address. Whoever has one IPv6 address has all of its /64.
const NETWORK = `
  CASE family($2::inet) WHEN 6 THEN network(set_masklen($2::inet, 64))::inet ELSE $2::inet END`;
const BY_DEVICE = 'account = $1::bytea AND device = $2::text';
const BY_ADDRESS = `account = $1::bytea AND address = ${NETWORK} AND device IS NULL`;

/** Waits grow with the number of failures. */
const growing = (where: string): Limit[] => [
  { where, allowed: 10, window: '15 minutes' },
  { where, allowed: 20, window: '2 hours' },
  { where, allowed: 40, window: '1 day' },
];

const ON_KNOWN_DEVICE = growing(BY_DEVICE);
const ELSEWHERE: Limit[] = [
  ...growing(BY_ADDRESS),
  { where: 'account = $1 AND device IS NULL', allowed: 100, window: '1 hour' },
  { where: `address = ${NETWORK} AND device IS NULL`, allowed: 100, window: '15 minutes' },
];

/**
 * Slows the guessing of passwords down. A browser that a person has used before has a count of its own
 * ("device cookies", OWASP), so that strangers who guess can never lock that person out there. Names that
 * belong to nobody are counted alike: the limit does not tell whether an account exists. Kept in the
 * database, for several replicas share it; what was typed as a name is kept as a keyed hash only.
 */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /**
   * Counts an attempt as failed until `forgive` says otherwise, so that many at once are all counted.
   * @returns seconds to wait before the next; 0 when it may go on
   */
  admit(attempt: Attempt): Promise<number> {
    return this.transactions.run(async () => {
      const { device } = attempt;
      const [account, place] = this.keyOf(attempt);
      await this.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [place]);
      const limits = device === null ? ELSEWHERE : ON_KNOWN_DEVICE;
      const [shut] = await this.query<{ until: Date | null }>(untilOf(limits), [account, place]);
      const now = this.clock.now();
      const waitMs = (shut?.until?.getTime() ?? 0) - now.getTime();
      if (waitMs > 0) return Math.ceil(waitMs / 1_000);
      await this.query(
        `INSERT INTO sign_in_attempt (account, address, attempted_at, device)
         VALUES ($1, ${NETWORK}, $3, $4)`,
        [account, attempt.address ?? NOWHERE, now, device],
      );
      return 0;
    });
  }

  /** The right password: earlier failures from the same place count no more. */
  async forgive(attempt: Attempt): Promise<void> {
    const where = attempt.device === null ? BY_ADDRESS : BY_DEVICE;
    await this.query(`DELETE FROM sign_in_attempt WHERE ${where}`, this.keyOf(attempt));
  }

  /** Forgets what no limit looks at any more. */
  async forgetOld(): Promise<void> {
    await this.query(
      `DELETE FROM sign_in_attempt WHERE attempted_at < $1::timestamptz - interval '1 day'`,
      [this.clock.now()],
    );
  }

  private keyOf({ account, address, device }: Attempt): [account: Buffer, place: string] {
    const name = 'userId' in account ? `user ${account.userId}` : `name ${account.name}`;
    return [this.keys.mac('account', name), device ?? address ?? NOWHERE];
  }

  private query<T>(text: string, values: unknown[]): Promise<T[]> {
    return this.transactions.manager.query(text, values);
  }
}

const NOWHERE = '0.0.0.0';

/** When the last of these doors opens; null when all are open. */
function untilOf(limits: Limit[]): string {
  const doors = limits.map(
    ({ where, allowed, window }) =>
      `(SELECT attempted_at + interval '${window}' AS until FROM sign_in_attempt
        WHERE ${where} ORDER BY attempted_at DESC OFFSET ${allowed - 1} LIMIT 1)`,
  );
  return `SELECT max(until) AS until FROM (${doors.join(' UNION ALL ')}) AS doors`;
}
