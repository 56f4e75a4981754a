import { computed, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Problem } from '@tidemark/contracts';
import { toProblem } from '../feedback/problem';
import type { Observable } from 'rxjs';

/** Something from the server that stays on screen while a newer answer is on its way, and when that one fails. */
export interface Loaded<T> {
  /** The last answer; undefined before the first. Setting it shows a change before the server has confirmed it. */
  readonly value: WritableSignal<T | undefined>;
  /** Why the last request failed; undefined when it did not. */
  readonly problem: Signal<Problem | undefined>;
  readonly loading: Signal<boolean>;
  reload(): void;
}

/** Fetches again whenever what `params` reads has changed; fetches nothing while it gives undefined. */
export function loaded<T, P>(
  params: () => P | undefined,
  fetch: (params: P) => Observable<T>,
): Loaded<T> {
  const resource = rxResource({ params, stream: ({ params }) => fetch(params as P) });
  const value = linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (answer, previous) => answer ?? previous?.value,
  });
  const problem = computed(() => {
    const error = resource.error();
    return error && toProblem(error);
  });
  return { value, problem, loading: resource.isLoading, reload: () => void resource.reload() };
}
