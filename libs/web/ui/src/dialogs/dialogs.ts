import type { ComponentType } from '@angular/cdk/portal';
import { DOCUMENT } from '@angular/common';
import { inject, injectAsync, Service } from '@angular/core';
import { Awaited } from '../keyboard/awaited';
import type { MatDialog, MatDialogConfig, MatDialogRef } from '@angular/material/dialog';

/** Everything by which a person could act in a dialog. */
const ACTS = ['click', 'keydown', 'submit'] as const;

/** Opens dialogs, whose code comes with the first press: once, with the cursor in them, and deaf when they go. */
@Service()
export class Dialogs {
  private readonly dialog = injectAsync(() =>
    import('@angular/material/dialog').then((module) => module.MatDialog),
  );
  private readonly document = inject(DOCUMENT);
  private readonly awaited = inject(Awaited);
  private readonly shown = new Set<ComponentType<unknown>>();
  private isOpening = false;

  /** Undefined while another is on its way, or when the same one is open: somebody pressed twice. */
  async open<C, D, R>(
    component: ComponentType<C> | Promise<ComponentType<C>>,
    config: MatDialogConfig<D>,
  ): Promise<MatDialogRef<C, R> | undefined> {
    if (this.isOpening) return undefined;
    this.isOpening = true;
    try {
      const [dialog, type] = await this.awaited.until(Promise.all([this.dialog(), component]));
      return this.shown.has(type) ? undefined : this.show(dialog, type, config);
    } finally {
      this.isOpening = false;
    }
  }

  private show<C, D, R>(dialog: MatDialog, type: ComponentType<C>, config: MatDialogConfig<D>) {
    const opened = dialog.open<C, D, R>(type, {
      autoFocus: 'first-tabbable',
      // Not when it has faded in: the cursor would jump out of the field that somebody is in by then.
      delayFocusTrap: false,
      ...config,
    });
    this.shown.add(type);
    opened.beforeClosed().subscribe(() => {
      this.shown.delete(type);
      this.deafen(opened.id);
    });
    return opened;
  }

  /** A dialog that fades away takes no second press: it would save the same thing again. */
  private deafen(id: string): void {
    const container = this.document.getElementById(id);
    const ignore = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const act of ACTS) container?.addEventListener(act, ignore, { capture: true });
  }
}
