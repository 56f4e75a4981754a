import {
  auditTime,
  combineLatest,
  delay,
  distinctUntilChanged,
  fromEvent,
  map,
  merge,
  type Observable,
  startWith,
} from 'rxjs';

const LOOK_EVERY_MS = 100;
/** Browsers round scroll positions. */
const NEARLY = 2;

/**
 * Whether nobody is reading the list: it is at its top, no pointer is over it, and the focus is elsewhere.
 * Looks again whenever `changes` says so, because focus can vanish together with what had it.
 */
export function resting(list: HTMLElement, changes: Observable<unknown>): Observable<boolean> {
  // A finger is never over the list: it touches and goes.
  const isPointing = merge(
    fromEvent<PointerEvent>(list, 'pointerenter').pipe(map((one) => one.pointerType !== 'touch')),
    fromEvent(list, 'pointerleave').pipe(map(() => false)),
  ).pipe(startWith(false));
  const moved = merge(
    changes,
    fromEvent(list, 'focusin'),
    fromEvent(list, 'focusout').pipe(delay(0)),
    fromEvent(list.ownerDocument, 'scroll', { capture: true, passive: true }).pipe(
      auditTime(LOOK_EVERY_MS),
    ),
  ).pipe(startWith(undefined));
  return combineLatest([isPointing, moved]).pipe(
    map(([pointing]) => !pointing && !hasFocus(list) && isAtTop(list)),
    distinctUntilChanged(),
  );
}

/** Whether the beginning of the list is on screen, or still below it. */
export function isAtTop(list: HTMLElement): boolean {
  return list.scrollTop <= NEARLY && list.getBoundingClientRect().top >= -NEARLY;
}

function hasFocus(list: HTMLElement): boolean {
  return list.contains(list.ownerDocument.activeElement);
}
