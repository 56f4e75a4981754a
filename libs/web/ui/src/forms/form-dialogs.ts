import type { ComponentType } from '@angular/cdk/portal';
import { DestroyRef, inject, Service } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import type { MatDialogRef } from '@angular/material/dialog';
import { Dialogs } from '../dialogs/dialogs';
import { ConfirmDialog } from '../feedback/confirm/confirm-dialog';
import { firstValueFrom } from 'rxjs';

/** A dialog that edits something in a form. It closes with what was saved, or with null by its Cancel button. */
export interface FormDialog {
  readonly form: FormGroup;
}

/** Opens dialogs with forms, and asks before something typed would be thrown away. */
@Service()
export class FormDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly destroyRef = inject(DestroyRef);

  /** What was saved; undefined when it was left without saving. */
  async open<R, D = unknown>(
    component: ComponentType<FormDialog> | Promise<ComponentType<FormDialog>>,
    data: D,
  ): Promise<R | undefined> {
    type Opened = MatDialogRef<FormDialog, R | null> | undefined;
    const opened: Opened = await this.dialogs.open<FormDialog, D, R | null>(component, {
      data,
      width: '520px',
      closePredicate: (result) => {
        // Cancel and save give a result; Escape and a click beside the dialog give none.
        if (result !== undefined || !opened?.componentInstance.form.dirty) return true;
        if (this.destroyRef.destroyed) return true;
        void this.askToDiscard(opened);
        return false;
      },
    });
    return (opened && (await firstValueFrom(opened.afterClosed()))) ?? undefined;
  }

  private async askToDiscard(opened: MatDialogRef<FormDialog>): Promise<void> {
    const discard = await this.confirm.ask({
      title: 'Discard your changes?',
      text: 'What you typed has not been saved.',
      action: 'Discard',
      danger: true,
    });
    if (discard) opened.close(null);
  }
}
