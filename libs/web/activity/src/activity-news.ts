import { inject, Service } from '@angular/core';
import { type ActivityFilter, type ActivityView, MAX_LIMIT } from '@tidemark/contracts';
import { distinctUntilChanged, map, NEVER, type Observable, of } from 'rxjs';
import { ActivityApi } from './activity-api';
import { feedStream } from './stream/feed-stream';
import { whetherVisible } from './stream/whether-visible';

/** What may have happened while a page was on its way. */
const PAGE = 20;

/** A feed without a list: for pages that show things, and want to know when others change them. */
@Service()
export class ActivityNews {
  private readonly api = inject(ActivityApi);
  private readonly isVisible = whetherVisible();

  /** The newest activities, and from then on all that follow, newest first. Polls as every feed does, while it is listened to. */
  of(filter: ActivityFilter): Observable<readonly ActivityView[]> {
    return feedStream({
      filter: of(filter),
      fetch: (one, part) => this.api.list(one, { ...part, limit: part.after ? MAX_LIMIT : PAGE }),
      refresh: NEVER,
      older: NEVER,
      show: NEVER,
      isVisible: this.isVisible,
      isResting: of(true),
    }).pipe(
      map(({ activities }) => activities),
      distinctUntilChanged(),
    );
  }
}
