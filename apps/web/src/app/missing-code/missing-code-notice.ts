import { Component, inject } from '@angular/core';
import { Connection } from '@tidemark/web/session';
import { Icon } from '@tidemark/web/ui';
import { MissingCode } from './missing-code';

/** Says that a part of the product is missing, and offers the way on. It needs no code that is not there yet. */
@Component({
  selector: 'tm-missing-code-notice',
  imports: [Icon],
  template: `
    @if (missing.what(); as what) {
      <div class="notice" role="alert">
        <tm-icon name="warning" [size]="18" />
        @if (connection.online()) {
          <p>A part of Tidemark could not be loaded. It may have been updated meanwhile.</p>
          <button type="button" class="act" (click)="load(what.page)">Load again</button>
        } @else {
          <p>A part of Tidemark could not be loaded. It can be when you are back online.</p>
        }
        <button type="button" class="close" aria-label="Dismiss" (click)="missing.forget()">
          <tm-icon name="close" [size]="16" />
        </button>
      </div>
    }
  `,
  styleUrls: [
    '../../../../../libs/web/ui/src/feedback/toast/dark-bar.css',
    './missing-code-notice.css',
  ],
})
export class MissingCodeNotice {
  protected readonly missing = inject(MissingCode);
  protected readonly connection = inject(Connection);

  /** A whole new page: the present one would go on asking for what is no longer there. */
  protected load(page = location.href): void {
    if (new URL(page, location.href).href === location.href) location.reload();
    else location.assign(page);
  }
}
