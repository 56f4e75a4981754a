import { InjectionToken } from '@angular/core';
import type { ActivityFilter, ActivityView } from '@tidemark/contracts';
import type { Observable } from 'rxjs';

/** The newest activities that fit, and from then on all that follow, newest first. */
export type RecordNews = (filter: ActivityFilter) => Observable<readonly ActivityView[]>;

/**
 * Tells what happens to things while they are on screen. The app binds it, because features know nothing of each other;
 * without it a page shows what others do when it is opened again.
 */
export const RECORD_NEWS = new InjectionToken<RecordNews>('RECORD_NEWS');
