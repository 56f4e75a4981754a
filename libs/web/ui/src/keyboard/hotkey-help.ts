import { Component, computed, inject } from '@angular/core';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Hotkeys } from './hotkeys';

/** The list of shortcuts that act on this page. */
@Component({
  selector: 'tm-hotkey-help',
  imports: [MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './hotkey-help.html',
  styleUrl: './hotkey-help.css',
})
export class HotkeyHelp {
  protected readonly hotkeys = inject(Hotkeys);

  /** One row per key: where two are registered, the later one acts. */
  protected readonly rows = computed(() => [
    ...new Map(this.hotkeys.registered().map(({ key, label }) => [key, label])),
    ['?', 'Show this list'] as const,
  ]);

  protected enable(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.hotkeys.enable(event.target.checked);
  }
}
