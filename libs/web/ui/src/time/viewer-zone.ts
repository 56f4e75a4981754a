import { Service, signal } from '@angular/core';

/** The zone of the browser, or UTC where it does not say. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** The zone in which times are shown: the browser's until somebody is signed in, then that person's. */
@Service()
export class ViewerZone {
  readonly name = signal(browserZone());
}
