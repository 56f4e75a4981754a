import { computed, Service, signal } from '@angular/core';

export type WorkKind = 'time' | 'tasks' | 'projects' | 'clients' | 'templates';

/**
 * How often each kind of thing was changed from this tab. A list that reads the count of what it shows
 * loads again after a dialog, a menu or the timer elsewhere on the screen has saved.
 */
@Service()
export class WorkChanges {
  private readonly counts = {
    time: signal(0),
    tasks: signal(0),
    projects: signal(0),
    clients: signal(0),
    templates: signal(0),
  };

  /** Of anything at all. */
  readonly total = computed(() =>
    Object.values(this.counts).reduce((total, count) => total + count(), 0),
  );

  count(...kinds: WorkKind[]): number {
    return kinds.reduce((total, kind) => total + this.counts[kind](), 0);
  }

  tell(...kinds: WorkKind[]): void {
    kinds.forEach((kind) => this.counts[kind].update((count) => count + 1));
  }
}
