import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { Icon, timeIn } from '@tidemark/web/ui';
import type { Feed } from '../stream/feed-state';

/** Says of what time the list is, while it cannot be refreshed. What is on screen stays. */
@Component({
  selector: 'tm-feed-age',
  imports: [Icon],
  template: `
    <span role="status">
      @if (text(); as text) {
        <span class="stale num"><tm-icon name="warning" [size]="15" />{{ text }}</span>
      }
    </span>
  `,
  styles: `
    :host,
    [role] {
      display: inline-flex;
    }
    .stale {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      color: var(--warn);
      font-size: var(--text-xs);
      font-weight: 560;
      white-space: nowrap;
    }
  `,
})
export class FeedAge {
  private readonly zone = inject(SessionStore).zone;

  readonly feed = input.required<Feed>();

  protected readonly text = computed(() => {
    const { problem, status, updatedAt } = this.feed();
    if (!problem || status !== 'ready' || updatedAt === null) return '';
    return `Last updated ${timeIn(this.zone(), updatedAt)}`;
  });
}
