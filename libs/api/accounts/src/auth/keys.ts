import {
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, keptSecret } from '@tidemark/api/platform';

type Purpose = 'refresh-token' | 'device' | 'account';

/** The secret that sessions rest on, and a key of its own for each purpose (HKDF, RFC 5869). */
@Injectable()
export class Keys {
  /** Signs access tokens. */
  readonly signing: string;
  /** The same, ready for use: a text would be tried as a public key first, with every request. */
  readonly verifying: KeyObject;
  private readonly derived = new Map<Purpose, Buffer>();

  constructor(config: Config) {
    this.signing = config.JWT_SECRET ?? keptSecret(config.DATA_DIR, 'jwt-secret');
    this.verifying = createSecretKey(this.signing, 'utf8');
  }

  /** HMAC-SHA-256 that only holders of the secret can make. */
  mac(purpose: Purpose, text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }

  private key(purpose: Purpose): Buffer {
    const known = this.derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.signing, '', `tidemark ${purpose}`, 32));
    this.derived.set(purpose, key);
    return key;
  }
}

/** SHA-256: how tokens of 256 random bits are kept. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Compares secrets without telling by the time it takes where they differ. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(hashOf(one), hashOf(other));
