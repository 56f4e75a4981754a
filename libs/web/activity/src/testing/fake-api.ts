import { HttpErrorResponse } from '@angular/common/http';
import type {
  ActivityCatalogue,
  ActivityFilter,
  ActivityNeighbourhood,
  ActivityPage,
  ActivityStats,
  ActivityView,
  Problem,
} from '@tidemark/contracts';
import { defer, delay, type Observable, of, throwError } from 'rxjs';
import type { ActivityApi } from '../activity-api';
import type { FeedPart } from '../stream/feed-stream';
import { FakeTrail } from './fake-trail';

type Asked = ActivityFilter & FeedPart & { limit: number };

/** Answers like the API from a trail in memory, and fails when it is told to. */
export class FakeApi implements Pick<ActivityApi, 'catalogue' | 'find' | 'list' | 'stats'> {
  readonly trail = new FakeTrail(10);
  readonly asked: Asked[] = [];
  readonly found: [id: number, filter: ActivityFilter][] = [];
  catalogued: ActivityCatalogue['catalogue'] = [];
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

  find(id: number, filter: ActivityFilter): Observable<ActivityNeighbourhood> {
    this.found.push([id, filter]);
    return defer(() => this.answer(id, filter)).pipe(delay(0));
  }

  catalogue(): Observable<ActivityCatalogue> {
    return defer(() =>
      this.isDown ? throwError(() => away) : of({ catalogue: this.catalogued }),
    ).pipe(delay(0));
  }

  private answer(
    id: number,
    { entity_type, user_id }: ActivityFilter,
  ): Observable<ActivityNeighbourhood> {
    if (this.isDown) return throwError(() => away);
    const all = this.trail.all();
    const at = all.findIndex((row) => row.id === id);
    const activity = all[at];
    if (!activity) return throwError(() => refusal(missing));
    // As for a member who was sent the link of an administrator.
    if (user_id === STRANGER) return throwError(() => refusal(forbidden));
    const fits = (row: ActivityView) => !entity_type || entity_type.includes(row.entity_type);
    return of({
      activity,
      newer_id: all.slice(0, at).findLast(fits)?.id ?? null,
      older_id: all.slice(at + 1).find(fits)?.id ?? null,
    });
  }

  private read({ entity_type }: ActivityFilter, part: FeedPart): ActivityPage {
    return this.trail.read(part, (row) => !entity_type || entity_type.includes(row.entity_type));
  }
}

/** Of whom nobody but administrators and auditors may ask. */
export const STRANGER = 99;

const away = {
  type: '/problems/database-unavailable',
  title: 'The database is away',
  status: 503,
  detail: 'The database does not answer. Try again in a moment.',
  instance: 'req-7f3a',
  error: 'The database is away',
  message: 'The database does not answer. Try again in a moment.',
};

const missing = {
  ...away,
  type: '/problems/not-found',
  title: 'Not found',
  status: 404,
  detail: 'There is no such activity, or you may not see it',
};
const forbidden = { ...missing, type: '/problems/forbidden', title: 'Not allowed', status: 403 };

/** As the client throws it. */
const refusal = (problem: Problem) =>
  new HttpErrorResponse({ status: problem.status, error: problem });
