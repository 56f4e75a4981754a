import { Component, DestroyRef, inject } from '@angular/core';
import { MAT_SNACK_BAR_DATA, MatSnackBarRef } from '@angular/material/snack-bar';
import { Icon } from '../../icon/icon';
import { CopyButton } from '../copy-button';

export interface ToastData {
  text: string;
  tone: 'plain' | 'bad';
  action?: string;
  onAction?: () => void;
  requestId?: string;
}

const SHOWN_MS = 6000;

/** What a toast shows. It stays while somebody points at it or has the focus in it. */
@Component({
  selector: 'tm-toast-bar',
  imports: [CopyButton, Icon],
  templateUrl: './toast-bar.html',
  styleUrls: ['./dark-bar.css', './toast-bar.css'],
  host: {
    '[class.bad]': 'data.tone === "bad"',
    '(mouseenter)': 'hold()',
    '(mouseleave)': 'release()',
    '(focusin)': 'hold()',
    '(focusout)': 'release()',
  },
})
export class ToastBar {
  private readonly bar: MatSnackBarRef<ToastBar> = inject(MatSnackBarRef);
  protected readonly data: ToastData = inject(MAT_SNACK_BAR_DATA);

  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    this.release();
    inject(DestroyRef).onDestroy(() => this.hold());
  }

  protected hold(): void {
    clearTimeout(this.timer);
  }

  protected release(): void {
    this.hold();
    this.timer = setTimeout(() => this.bar.dismiss(), SHOWN_MS);
  }

  protected act(): void {
    this.data.onAction?.();
    this.bar.dismissWithAction();
  }

  protected dismiss(): void {
    this.bar.dismiss();
  }
}
