import { Component, computed, inject } from '@angular/core';
import { MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import { Icon, Toast, toProblem } from '@tidemark/web/ui';
import { moreItems } from '../nav/nav-items';

/** What does not fit into the phone's bar. */
@Component({
  selector: 'tm-more-sheet',
  imports: [Icon, RouterLink],
  templateUrl: './more-sheet.html',
  styleUrl: './more-sheet.css',
})
export class MoreSheet {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  protected readonly sheet: MatBottomSheetRef<MoreSheet> = inject(MatBottomSheetRef);

  protected readonly items = computed(() => {
    const me = this.session.me();
    return me ? moreItems(me) : [];
  });

  protected async signOut(): Promise<void> {
    this.sheet.dismiss();
    try {
      await this.session.signOut();
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }
}
