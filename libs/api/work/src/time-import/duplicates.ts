import { Injectable } from '@nestjs/common';
import { Transactions } from '@tidemark/api/platform';
import type { Draft } from './line-drafts';

/** Timers count in thousandths, files in seconds: what is the same to the second is the same. */
const ALREADY = `
  SELECT DISTINCT line.at::int AS at
  FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[])
    WITH ORDINALITY AS line (user_id, project_id, started_at, ended_at, at)
  JOIN time_entry entry ON entry.user_id = line.user_id AND entry.project_id = line.project_id
    AND entry.started_at >= date_trunc('second', line.started_at)
    AND entry.started_at < date_trunc('second', line.started_at) + interval '1 second'
    AND abs(extract(epoch FROM (entry.ended_at - entry.started_at) - (line.ended_at - line.started_at))) <= 1`;

type Entry = NonNullable<Draft['entry']>;

const keyOf = ({ user_id, project_id, started_at, ended_at }: Entry) =>
  [user_id, project_id, started_at.getTime(), ended_at.getTime()].join(' ');

/** Says of lines that the same person has the same time on the same project already. They may be meant. */
@Injectable()
export class Duplicates {
  constructor(private readonly transactions: Transactions) {}

  async warn(drafts: readonly Draft[]): Promise<void> {
    const entries = drafts.flatMap(({ entry }) => entry ?? []);
    const there = await this.there(entries);
    const before = new Map<string, number>();
    for (const { view, entry } of drafts) {
      if (!entry) continue;
      const key = keyOf(entry);
      const line = before.get(key);
      if (there.has(entry)) say(view.warnings, 'There is an entry like this already');
      else if (line) say(view.warnings, `The same as line ${line}`);
      else before.set(key, view.line);
    }
  }

  /** Those of which there is one like it in the database. */
  private async there(entries: readonly Entry[]): Promise<ReadonlySet<Entry | undefined>> {
    const found: { at: number }[] = await this.transactions.manager.query(ALREADY, [
      entries.map(({ user_id }) => user_id),
      entries.map(({ project_id }) => project_id),
      entries.map(({ started_at }) => started_at),
      entries.map(({ ended_at }) => ended_at),
    ]);
    return new Set(found.map(({ at }) => entries[at - 1]));
  }
}

function say(warnings: Draft['view']['warnings'], message: string): void {
  warnings.push({ column: null, message });
}
