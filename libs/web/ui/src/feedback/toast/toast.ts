import { injectAsync, Service } from '@angular/core';
import type { Problem } from '@tidemark/contracts';
import type { ToastData } from './toast-bar';

export interface ToastOptions {
  /** A button beside the text, such as "Undo". */
  action?: string;
  onAction?: () => void;
}

/**
 * A sentence at the bottom of the screen for six seconds (longer while hovered or focused), also spoken.
 * A newer one takes the place of an older one.
 */
@Service()
export class Toast {
  // Loaded with the first toast: most visits never need one.
  private readonly snackBar = injectAsync(() =>
    import('@angular/material/snack-bar').then((module) => module.MatSnackBar),
  );

  /** Spoken politely: after what is being said. */
  show(text: string, options: ToastOptions = {}): void {
    void this.open({ text, tone: 'plain', ...options });
  }

  /** Says what went wrong, at once. */
  problem(problem: Problem): void {
    void this.open({ text: problem.detail, tone: 'bad', requestId: problem.instance });
  }

  private async open(data: ToastData): Promise<void> {
    const [snackBar, { ToastBar }] = await Promise.all([this.snackBar(), import('./toast-bar')]);
    snackBar.openFromComponent(ToastBar, {
      data,
      politeness: data.tone === 'bad' ? 'assertive' : 'polite',
      panelClass: 'tm-toast',
    });
  }
}
