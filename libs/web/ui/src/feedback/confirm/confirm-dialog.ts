import { injectAsync, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Confirmation } from './confirm-panel';

export interface ConfirmQuestion {
  /** The question: "Delete this entry?" */
  title: string;
  /** What will happen. */
  text: string;
  /** The verb on the button: "Delete". */
  action: string;
  /** It cannot be undone. */
  danger?: boolean;
  /** Asks for a reason, too. */
  reason?: 'optional' | 'required';
  /** Under the field of the reason. */
  hint?: string;
}

/** Asks before something that matters. */
@Service()
export class ConfirmDialog {
  private readonly dialog = injectAsync(() =>
    import('@angular/material/dialog').then((module) => module.MatDialog),
  );

  /** The reason (where one was asked for and given) when the person went ahead; undefined when they did not. */
  async ask(question: ConfirmQuestion): Promise<Confirmation | undefined> {
    const [dialog, { ConfirmPanel }] = await Promise.all([
      this.dialog(),
      import('./confirm-panel'),
    ]);
    const opened = dialog.open<InstanceType<typeof ConfirmPanel>, ConfirmQuestion, Confirmation>(
      ConfirmPanel,
      { data: question, role: 'alertdialog', autoFocus: 'first-tabbable', width: '440px' },
    );
    return firstValueFrom(opened.afterClosed());
  }
}
