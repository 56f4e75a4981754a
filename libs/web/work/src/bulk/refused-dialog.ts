import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { NamedRow } from './bulk-changes';

export interface Refusal {
  row: NamedRow;
  message: string;
}

export interface Refusals {
  /** "3 of 12 time entries cannot be changed" */
  title: string;
  refused: readonly Refusal[];
  /** How many could be changed without those. */
  others: number;
}

/** Which rows cannot be changed, and why. Closes with true to go on with the others. */
@Component({
  selector: 'tm-refused-dialog',
  imports: [MatDialogModule],
  templateUrl: './refused-dialog.html',
  styles: `
    ul {
      max-height: 45vh;
      margin-top: 12px;
      overflow: auto;
      list-style: none;
    }
    li {
      padding: 8px 0;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .name {
      font-weight: 560;
    }
    .why {
      color: var(--bad);
      font-size: var(--text-s);
    }
  `,
})
export class RefusedDialog {
  protected readonly refusals: Refusals = inject(MAT_DIALOG_DATA);
}
