import { Injectable } from '@nestjs/common';
import { Sql } from '@tidemark/api/platform';
import { Values } from './feed-conditions';
import { COUNT_CAP, countStatement } from './feed-count';
import { fingerprint } from './feed-cursors';
import type { Shape } from './feed-keys';
import type { FeedScope } from './feed-scope';
import { statementName } from './statement-name';

/** After so long a capped total is counted once more: retention may have shortened the trail. */
const REMEMBER_MS = 10 * 60_000;
const REMEMBER_AT_MOST = 5_000;

export interface Total {
  total: number;
  isCapped: boolean;
}

/**
 * How many rows a scope finds, exactly up to 10 000. The trail only grows: what was found to lie beyond the
 * cap still does, so it is not counted again on every request.
 */
@Injectable()
export class FeedTotals {
  private readonly beyondCap = new Map<string, number>();

  constructor(private readonly sql: Sql) {}

  async of(scope: FeedScope, shape: Shape): Promise<Total> {
    const key = fingerprint(scope);
    if ((this.beyondCap.get(key) ?? 0) > Date.now()) return { total: COUNT_CAP, isCapped: true };
    const values = new Values();
    const text = countStatement(shape, scope, values);
    const [row] = await this.sql.rows<{ n: number }>(statementName(text), text, values.list);
    const n = row?.n ?? 0;
    if (n <= COUNT_CAP) return { total: n, isCapped: false };
    this.remember(key);
    return { total: COUNT_CAP, isCapped: true };
  }

  private remember(key: string): void {
    if (this.beyondCap.size >= REMEMBER_AT_MOST) this.beyondCap.clear();
    this.beyondCap.set(key, Date.now() + REMEMBER_MS);
  }
}
