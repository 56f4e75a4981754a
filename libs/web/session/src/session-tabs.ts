import { DestroyRef, inject, Service } from '@angular/core';
import type { Me } from '@tidemark/contracts';
import { Subject } from 'rxjs';

/** What one tab tells the others. */
export type TabNews =
  { kind: 'signed-out' } | { kind: 'signed-in'; userId: number } | { kind: 'changed'; me: Me };

/** The other tabs of this browser. */
@Service()
export class SessionTabs {
  private readonly channel = new BroadcastChannel('tidemark.session');
  private readonly heard = new Subject<TabNews>();

  /** News from the other tabs; the own do not come back. */
  readonly news = this.heard.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<TabNews>) => this.heard.next(data);
    inject(DestroyRef).onDestroy(() => this.channel.close());
  }

  tell(news: TabNews): void {
    this.channel.postMessage(news);
  }

  /** Runs `task` while no other tab runs it, where the browser can arrange that (not over plain http). */
  alone<T>(task: () => Promise<T>): Promise<T> {
    const locks = navigator.locks as LockManager | undefined;
    return locks ? locks.request('tidemark.refresh', task) : task();
  }
}
