import type { ActivityPage, ActivityView } from '@tidemark/contracts';
import { byNewest, type Position } from '../stream/feed-state';
import type { FeedPart } from '../stream/feed-stream';
import { anActivity } from './an-activity';

/** The server's side of the feed: rows in the order they were committed, which need not be the order of their times. */
export class FakeTrail {
  private readonly committed: ActivityView[] = [];
  private nextId = 1;

  constructor(private readonly limit: number) {}

  /** Commits a row that was written in the given second, however late that is. */
  commit(second: number, given: Partial<ActivityView> = {}): ActivityView {
    const created_at = new Date(Date.UTC(2026, 10, 23, 9, 0, second)).toISOString();
    const row = anActivity({ id: this.nextId++, created_at, ...given });
    this.committed.push(row);
    return row;
  }

  /** Everything, in the order of the feed. */
  all(): ActivityView[] {
    return this.committed.toSorted(byNewest);
  }

  /** What `GET /api/activities` answers at this moment. */
  read({ before, after }: FeedPart, matches: (row: ActivityView) => boolean = () => true) {
    const since = after === undefined ? this.all() : this.committed.slice(Number(after));
    const rows = since
      .toSorted(byNewest)
      .filter((row) => matches(row) && (!before || isBelow(row, before)));
    return this.page(rows);
  }

  private page(rows: ActivityView[]): ActivityPage {
    const activities = rows.slice(0, this.limit);
    const has_next = rows.length > this.limit;
    return {
      activities,
      total: rows.length,
      pages: 1,
      current_page: 1,
      has_next,
      has_prev: false,
      next_cursor: has_next ? JSON.stringify(activities.at(-1)) : null,
      newest_cursor: `${this.committed.length}`,
    };
  }
}

function isBelow(row: ActivityView, cursor: string): boolean {
  return byNewest(JSON.parse(cursor) as Position, row) < 0;
}
