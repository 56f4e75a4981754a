import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { RequestContext, Transactions } from '@tidemark/api/platform';
import type { Login } from '@tidemark/contracts';
import { Raw, Repository } from 'typeorm';
import { User } from '../../users/user.entity';
import { Passwords } from '../passwords/passwords';
import { SignInFailures } from './sign-in-failures';
import { SignInLimits } from './sign-in-limits';
import { tooManyAttempts, wrongCredentials } from './sign-in-problems';
import { type SignedIn, SignIns } from './sign-ins';

/** Signing in by username or e-mail and password. */
@Injectable()
export class PasswordSignIn {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly failures: SignInFailures,
    private readonly signIns: SignIns,
    private readonly context: RequestContext,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param deviceOf the known device of the person that the name turns out to belong to
   * @throws ProblemException invalid-credentials, rate-limited; either is recorded
   */
  async signIn(
    { username, password }: Login,
    deviceOf: (userId: number) => string | null,
  ): Promise<SignedIn> {
    const name = username.toLowerCase();
    const user = await this.find(name);
    const attempt = {
      account: user ? { userId: user.id } : { name },
      address: this.context.caller.ip,
      device: user && deviceOf(user.id),
    };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return this.refuse(user, tooManyAttempts(seconds));
    const isRight = await this.passwords.matches(password, user?.passwordHash ?? null);
    if (!user?.isActive || !isRight) return this.refuse(user, wrongCredentials());
    return this.transactions.run(async () => {
      await this.limits.forgive(attempt);
      return this.signIns.begin(user);
    });
  }

  private find(name: string): Promise<User | null> {
    // A username cannot hold an @, so that no name means two people.
    return this.users.findOneBy(
      name.includes('@')
        ? { email: Raw((email) => `lower(${email}) = lower(:name)`, { name }) }
        : { username: name },
    );
  }

  private async refuse(user: User | null, problem: Error): Promise<never> {
    await this.failures.record(user?.id ?? null);
    throw problem;
  }
}
