import {
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, installationKey, ProblemException } from '@tidemark/api/platform';
import type { Position } from './feed-conditions';

/** Below a row: the page that follows it. */
interface BeforePayload {
  at: number;
  id: number;
  page: number;
}
/** Since a snapshot of the database. */
interface AfterPayload {
  since: string;
}
interface TagPayload extends AfterPayload {
  names: string | null;
}

const MAC_BYTES = 16;

/**
 * Positions that leave the server and come back: signed, and good only for the viewer and the filters that
 * they were given for.
 */
@Injectable()
export class FeedCursors {
  /** Made once: from bytes, every signature would make it anew. */
  private readonly key: KeyObject;

  constructor(config: Config) {
    this.key = createSecretKey(installationKey(config, 'feed-cursors'));
  }

  before(binding: string, position: Position, page: number): string {
    return this.seal('b', binding, { at: position.at.getTime(), id: position.id, page });
  }

  openBefore(binding: string, cursor: string): Position & { page: number } {
    const { at, id, page } = this.openOrRefuse<BeforePayload>('b', binding, cursor, 'before');
    return { at: new Date(at), id, page };
  }

  after(binding: string, snapshot: string): string {
    return this.seal('a', binding, { since: snapshot });
  }

  openAfter(binding: string, cursor: string): string {
    return this.openOrRefuse<AfterPayload>('a', binding, cursor, 'after').since;
  }

  etag(binding: string, payload: TagPayload): string {
    return `W/"${this.seal('t', binding, payload)}"`;
  }

  /** What an `If-None-Match` holds; null when it is not one of ours for exactly this question. */
  openEtag(binding: string, header: string | undefined): TagPayload | null {
    const sealed = /^(?:W\/)?"([\w.-]{1,4000})"$/.exec(header ?? '')?.[1];
    return sealed ? this.open<TagPayload>('t', binding, sealed) : null;
  }

  private openOrRefuse<T>(kind: string, binding: string, sealed: string, parameter: string): T {
    const payload = this.open<T>(kind, binding, sealed);
    if (payload) return payload;
    throw new ProblemException(
      'invalid-cursor',
      `${parameter} is not a cursor that was given to you for these filters`,
    );
  }

  private seal(kind: string, binding: string, payload: object): string {
    const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${text}.${this.mac(kind, binding, text).toString('base64url')}`;
  }

  private open<T>(kind: string, binding: string, sealed: string): T | null {
    const [text = '', mac = ''] = sealed.split('.');
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== MAC_BYTES) return null;
    if (!timingSafeEqual(given, this.mac(kind, binding, text))) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as T;
  }

  private mac(kind: string, binding: string, text: string): Buffer {
    return createHmac('sha256', this.key)
      .update(`${kind}\n${binding}\n${text}`)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}

/** A short name for anything that can be written down as JSON. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
