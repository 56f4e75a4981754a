import { inject, Service } from '@angular/core';
import { Dialogs } from '../../dialogs/dialogs';
import { firstValueFrom } from 'rxjs';
import type { Confirmation, ConfirmPanel } from './confirm-panel';

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
  private readonly dialogs = inject(Dialogs);

  /** The reason (where one was asked for and given) when the person went ahead; undefined when they did not. */
  async ask(question: ConfirmQuestion): Promise<Confirmation | undefined> {
    const opened = await this.dialogs.open<ConfirmPanel, ConfirmQuestion, Confirmation>(
      import('./confirm-panel').then((module) => module.ConfirmPanel),
      { data: question, role: 'alertdialog', width: '440px' },
    );
    return opened && firstValueFrom(opened.afterClosed());
  }
}
