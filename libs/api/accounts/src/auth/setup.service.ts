import { Injectable } from '@nestjs/common';
import { ActivityService } from '@tidemark/api/activity';
import {
  Config,
  dropSecret,
  keptSecret,
  ProblemException,
  Transactions,
} from '@tidemark/api/platform';
import type { Setup } from '@tidemark/contracts';
import { Settings } from '../settings/settings.service';
import { userSubject } from '../users/user.activity';
import { UserRecords } from '../users/user-records';
import { sameSecret } from './keys';
import { refuseGuessable } from './passwords/password-rules';
import { Passwords } from './passwords/passwords';
import { type SignedIn, SignIns } from './sign-in/sign-ins';

const SECRET = 'setup-token';

const noLongerValid = () =>
  new ProblemException('link-expired', 'This setup link does not work, or was used already');

/** The first administrator, by the one-time link that the first start prints. There is no default password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly records: UserRecords,
    private readonly passwords: Passwords,
    private readonly signIns: SignIns,
    private readonly settings: Settings,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  isNeeded(): Promise<boolean> {
    return this.records.isEmpty();
  }

  /** The token of the setup link, "/setup#<token>"; null once somebody has an account. */
  async pendingToken(): Promise<string | null> {
    return (await this.isNeeded()) ? keptSecret(this.config.DATA_DIR, SECRET) : null;
  }

  /**
   * Makes the first administrator, whose time zone becomes that of the organisation, records it and signs in.
   * Of several who try at once, one succeeds.
   * @throws ProblemException link-expired, validation-failed when the password is easy to guess
   */
  async complete({ token, password, ...input }: Setup): Promise<SignedIn> {
    const pending = await this.pendingToken();
    if (pending === null || !sameSecret(token, pending)) throw noLongerValid();
    const owner = {
      username: input.username,
      displayName: input.display_name,
      email: input.email,
    };
    refuseGuessable(password, owner, '/password');
    const passwordHash = await this.passwords.hash(password);
    const signedIn = await this.transactions.run(async () => {
      await this.records.lockAdministrators();
      if (!(await this.isNeeded())) throw noLongerValid();
      const timeZone = input.time_zone ?? 'UTC';
      const user = await this.records.add({ ...owner, timeZone, passwordHash, role: 'admin' });
      this.signIns.actAs(user);
      await this.activity.record(userSubject, 'created', user);
      await this.settings.change({ time_zone: timeZone });
      return this.signIns.begin(user);
    });
    dropSecret(this.config.DATA_DIR, SECRET);
    return signedIn;
  }
}
