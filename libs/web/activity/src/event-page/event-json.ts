import { Component, computed, input } from '@angular/core';
import type { ActivityEvent } from '@tidemark/contracts';
import { CopyButton } from '@tidemark/web/ui';

/** The activity as the API answers it. */
@Component({
  selector: 'tm-event-json',
  imports: [CopyButton],
  template: `
    <details class="card">
      <summary>JSON</summary>
      <div class="body">
        <tm-copy-button label="Copy JSON" [text]="json()" />
        <pre tabindex="0" role="region" aria-label="The activity as JSON">{{ json() }}</pre>
      </div>
    </details>
  `,
  styles: `
    summary {
      padding: 12px 18px;
      border-radius: var(--radius-l);
      font-weight: 560;
      cursor: pointer;
    }
    .body {
      display: grid;
      gap: 10px;
      justify-items: start;
      padding: 0 18px 16px;
    }
    pre {
      width: 100%;
      margin: 0;
      padding: 12px 14px;
      overflow-x: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
      font-size: var(--text-s);
      line-height: 1.5;
      tab-size: 2;
    }
    @media (pointer: coarse) {
      summary {
        min-height: 44px;
      }
    }
  `,
})
export class EventJson {
  readonly activity = input.required<ActivityEvent>();

  protected readonly json = computed(() => JSON.stringify(this.activity(), null, 2));
}
