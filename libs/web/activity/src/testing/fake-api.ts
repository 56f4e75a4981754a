import type { ActivityFilter, ActivityPage, ActivityStats } from '@tidemark/contracts';
import { defer, delay, type Observable, of, throwError } from 'rxjs';
import type { ActivityApi } from '../activity-api';
import type { FeedPart } from '../stream/feed-stream';
import { FakeTrail } from './fake-trail';

type Asked = ActivityFilter & FeedPart & { limit: number };

/** Answers like the API from a trail in memory, and fails when it is told to. */
export class FakeApi implements Pick<ActivityApi, 'list' | 'stats'> {
  readonly trail = new FakeTrail(10);
  readonly asked: Asked[] = [];
  isDown = false;

  list(filter: ActivityFilter, part: FeedPart & { limit: number }): Observable<ActivityPage> {
    this.asked.push({ ...filter, ...part });
    return defer(() => (this.isDown ? throwError(() => away) : of(this.read(filter, part)))).pipe(
      delay(0),
    );
  }

  stats(days: number): Observable<ActivityStats> {
    return of({
      total_activities: 342,
      entity_counts: { task: 200, project: 142 },
      action_counts: { updated: 342 },
      user_activity: [{ username: 'ana', display_name: 'Ana Pereira', count: 342 }],
      period_days: days,
      daily_counts: [
        { date: '2026-11-22', count: 142 },
        { date: '2026-11-23', count: 200 },
      ],
    });
  }

  private read({ entity_type }: ActivityFilter, part: FeedPart): ActivityPage {
    return this.trail.read(part, (row) => !entity_type || entity_type.includes(row.entity_type));
  }
}

const away = {
  type: '/problems/database-unavailable',
  title: 'The database is away',
  status: 503,
  detail: 'The database does not answer. Try again in a moment.',
  instance: 'req-7f3a',
  error: 'The database is away',
  message: 'The database does not answer. Try again in a moment.',
};
