import { computed, inject, linkedSignal } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import type { Observable } from 'rxjs';

interface Named {
  id: number;
  name: string;
}

/** The server names at most so many by one request. */
const AT_ONCE = 100;

/**
 * Names that are asked for when they are first wanted, all those of one moment together. An id that the viewer may not
 * know of stays without a name. What one person may know is forgotten when another signs in.
 */
export class NamesById {
  private readonly session = inject(SessionStore);
  private readonly viewer = computed(() => this.session.me()?.id);
  private readonly names = linkedSignal({
    source: this.viewer,
    computation: (): ReadonlyMap<number, string> => new Map(),
  });
  private readonly asked = linkedSignal({
    source: this.viewer,
    computation: () => new Set<number>(),
  });
  private readonly wanted = linkedSignal({
    source: this.viewer,
    computation: () => new Set<number>(),
  });

  constructor(private readonly find: (ids: readonly number[]) => Observable<readonly Named[]>) {}

  /** The name; undefined where it is not known, or not yet. To be read where signals are. */
  of(id: number): string | undefined {
    const asked = this.asked();
    if (!asked.has(id) && this.viewer() !== undefined) {
      asked.add(id);
      const wanted = this.wanted();
      if (wanted.add(id).size === 1) setTimeout(() => this.ask(wanted));
    }
    return this.names().get(id);
  }

  private ask(wanted: Set<number>): void {
    if (this.wanted() !== wanted) return;
    const ids = [...wanted];
    wanted.clear();
    for (let at = 0; at < ids.length; at += AT_ONCE) this.fetch(ids.slice(at, at + AT_ONCE));
  }

  private fetch(ids: readonly number[]): void {
    const asked = this.asked();
    this.find(ids).subscribe({
      next: (found) => {
        if (this.asked() !== asked) return;
        this.names.update((names) => new Map([...names, ...found.map(toPair)]));
      },
      // The next row that speaks of them asks again.
      error: () => ids.forEach((id) => asked.delete(id)),
    });
  }
}

const toPair = ({ id, name }: Named) => [id, name] as const;
