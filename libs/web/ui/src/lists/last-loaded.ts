import { linkedSignal, type Resource, type Signal } from '@angular/core';

/** The latest value that a resource has loaded. It stays on screen while the next one loads, and when that fails. */
export function lastLoaded<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (loaded, previous) => loaded ?? previous?.value,
  }).asReadonly();
}
