import { Component, computed, inject } from '@angular/core';
import { Connection } from '@tidemark/web/session';
import { Icon, timeIn, ViewerZone } from '@tidemark/web/ui';

/** Says that what is on screen is no longer up to date, and since when. */
@Component({
  selector: 'tm-offline-banner',
  imports: [Icon],
  template: `
    <div role="status">
      @if (!connection.online()) {
        <p class="banner">
          <tm-icon name="offline" [size]="18" />
          <span>{{ sentence() }}</span>
          <button type="button" class="btn btn-small" (click)="connection.look()">Try now</button>
        </p>
      }
    </div>
  `,
  styleUrl: './offline-banner.css',
})
export class OfflineBanner {
  private readonly zone = inject(ViewerZone);
  protected readonly connection = inject(Connection);

  protected readonly sentence = computed(() => {
    const why =
      this.connection.state() === 'offline'
        ? 'You are offline.'
        : 'Tidemark does not answer. Trying again by itself.';
    const at = this.connection.lastUpdate();
    return at === null ? why : `${why} Last update ${timeIn(this.zone.name(), at)}.`;
  });
}
