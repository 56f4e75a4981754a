import { Injectable } from '@nestjs/common';
import { Transactions } from '@tidemark/api/platform';
import type { Draft } from './line-drafts';

const STORED = `
  SELECT user_id, project_id, started_at, ended_at FROM time_entry
  WHERE (user_id, project_id, started_at, ended_at) IN (
    SELECT * FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[])
  )`;

interface Stored {
  user_id: number;
  project_id: number;
  started_at: Date;
  ended_at: Date;
}

const keyOf = ({ user_id, project_id, started_at, ended_at }: Stored) =>
  [user_id, project_id, started_at.getTime(), ended_at.getTime()].join(' ');

/** Says of lines that the same person has the same time on the same project already. They may be meant. */
@Injectable()
export class Duplicates {
  constructor(private readonly transactions: Transactions) {}

  async warn(drafts: readonly Draft[]): Promise<void> {
    const entries = drafts.flatMap(({ entry }) => entry ?? []);
    const stored: Stored[] = await this.transactions.manager.query(STORED, [
      entries.map(({ user_id }) => user_id),
      entries.map(({ project_id }) => project_id),
      entries.map(({ started_at }) => started_at),
      entries.map(({ ended_at }) => ended_at),
    ]);
    const there = new Set(stored.map(keyOf));
    const before = new Map<string, number>();
    for (const { view, entry } of drafts) {
      if (!entry) continue;
      const key = keyOf(entry);
      const line = before.get(key);
      if (there.has(key)) say(view.warnings, 'There is an entry like this already');
      else if (line) say(view.warnings, `The same as line ${line}`);
      else before.set(key, view.line);
    }
  }
}

function say(warnings: Draft['view']['warnings'], message: string): void {
  warnings.push({ column: null, message });
}
