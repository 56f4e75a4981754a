import { inject, Injector } from '@angular/core';
import type { RecordNews } from '@tidemark/web/ui';
import { defer, switchMap } from 'rxjs';

/** What happens to things, by the polls of the feed, which is loaded when somebody wants to know. */
export function recordNews(): RecordNews {
  const injector = inject(Injector);
  return (filter) =>
    defer(() => import('@tidemark/web/activity')).pipe(
      switchMap(({ ActivityNews }) => injector.get(ActivityNews).of(filter)),
    );
}
