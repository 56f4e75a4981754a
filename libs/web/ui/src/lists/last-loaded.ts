import { computed, linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * The latest value that a resource has loaded. It stays on screen while the next one loads, and when that fails.
 * @param whose who may see it: what was loaded for somebody else does not stay
 */
export function lastLoaded<T>(
  resource: Resource<T | undefined>,
  whose: () => unknown = () => undefined,
): Signal<T | undefined> {
  interface Answer {
    whose: unknown;
    value: T | undefined;
  }
  const last = linkedSignal<Answer, Answer>({
    source: () => ({
      whose: whose(),
      value: resource.hasValue() ? resource.value() : undefined,
    }),
    computation: (answer, previous) => {
      const isSame = previous?.value.whose === answer.whose;
      return { ...answer, value: answer.value ?? (isSame ? previous?.value.value : undefined) };
    },
  });
  return computed(() => last().value);
}
