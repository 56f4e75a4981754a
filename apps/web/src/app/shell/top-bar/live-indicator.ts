import { Component, computed, inject } from '@angular/core';
import { Connection } from '@tidemark/web/session';
import { formatRelative, Now, Tooltip, ViewerZone } from '@tidemark/web/ui';

const WORDS = { live: 'Live', offline: 'Offline', unavailable: 'Reconnecting' } as const;

/** Whether what is on screen keeps itself up to date. */
@Component({
  selector: 'tm-live-indicator',
  imports: [Tooltip],
  template: `
    <span class="live" role="status" [class.off]="!connection.online()" [tmTooltip]="since()">
      <span class="dot"></span><span class="word">{{ word() }}</span>
    </span>
  `,
  styles: `
    .live {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
    .dot {
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: var(--good);
      forced-color-adjust: none;
    }
    /* Narrow phones have room for the dot alone; the word is still spoken. */
    @media (max-width: 420px) {
      .live:not(.off) .word {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    .off {
      color: var(--warn);
    }
    .off .dot {
      background: var(--warn);
    }
  `,
})
export class LiveIndicator {
  private readonly now = inject(Now);
  private readonly zone = inject(ViewerZone);
  protected readonly connection = inject(Connection);

  protected readonly word = computed(() => WORDS[this.connection.state()]);
  protected readonly since = computed(() => {
    const at = this.connection.lastUpdate();
    if (at === null) return 'Not updated yet';
    const ago = formatRelative(
      new Date(at).toISOString(),
      this.now.everyMinute(),
      this.zone.name(),
    );
    return ago === 'now'
      ? 'Updated just now'
      : `Last updated ${/[mh]$/.test(ago) ? `${ago} ago` : ago}`;
  });
}
