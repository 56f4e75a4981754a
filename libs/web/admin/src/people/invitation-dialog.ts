import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Invitation, UserView } from '@tidemark/contracts';
import { CopyButton, dayIn, formatDay, timeIn, ViewerZone } from '@tidemark/web/ui';

/** The link to hand over. It is shown this once: the server keeps only its fingerprint. */
@Component({
  selector: 'tm-invitation-dialog',
  imports: [CopyButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './invitation-dialog.html',
  styleUrl: './invitation-dialog.css',
})
export class InvitationDialog {
  protected readonly data: { person: UserView; invitation: Invitation } = inject(MAT_DIALOG_DATA);
  private readonly zone = inject(ViewerZone);

  protected readonly link = inject(DOCUMENT).location.origin + this.data.invitation.path;
  protected readonly until = this.describe(this.data.invitation.expires_at);

  protected selectAll(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  private describe(instant: string): string {
    const zone = this.zone.name();
    return `${formatDay(dayIn(zone, instant), dayIn(zone, Date.now()))}, ${timeIn(zone, instant)}`;
  }
}
