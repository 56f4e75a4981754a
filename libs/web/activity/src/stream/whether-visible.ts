import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { Connection } from '@tidemark/web/session';
import { combineLatest, fromEvent, map, type Observable, startWith } from 'rxjs';

/** Whether polling makes sense: the tab is on screen, and the product can be reached. In an injection context. */
export function whetherVisible(): Observable<boolean> {
  const document = inject(DOCUMENT);
  const visible = fromEvent(document, 'visibilitychange').pipe(
    startWith(undefined),
    map(() => !document.hidden),
  );
  return combineLatest([visible, toObservable(inject(Connection).online)]).pipe(
    map(([isVisible, isOnline]) => isVisible && isOnline),
  );
}
