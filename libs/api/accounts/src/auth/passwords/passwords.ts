import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id, the package's default, with the parameters that OWASP recommends at least. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// NIST SP 800-63B 5.1.1.2: the same characters, however a keyboard composes them.
const asTyped = (password: string) => password.normalize('NFKC');

/** Turns passwords into hashes and compares them. */
@Injectable()
export class Passwords {
  private readonly dummy = this.hash(randomBytes(16).toString('hex'));

  hash(password: string): Promise<string> {
    return hash(asTyped(password), COST);
  }

  /** False without a hash too, after the same work: the time taken does not tell whether there is an account. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const same = await verify(passwordHash ?? (await this.dummy), asTyped(password));
    return same && passwordHash !== null;
  }
}
