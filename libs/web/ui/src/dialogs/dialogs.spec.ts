import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { type FormDialog, FormDialogs } from '../forms/form-dialogs';
import { Hotkeys } from '../keyboard/hotkeys';

const saved: string[] = [];
const ran: string[] = [];

@Component({
  selector: 'tm-note-dialog',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="save()">
      <input aria-label="Name" formControlName="name" />
      <input aria-label="E-mail" formControlName="email" />
      <button>Save</button>
    </form>
  `,
})
class NoteDialog implements FormDialog {
  private readonly dialog: MatDialogRef<NoteDialog> = inject(MatDialogRef);
  readonly form = new FormGroup({ name: new FormControl('Acme'), email: new FormControl('') });

  protected save(): void {
    saved.push(`${this.form.value.name}`);
    this.dialog.close(this.form.value);
  }
}

@Component({ selector: 'tm-page', template: `<button (click)="open()">New note</button>` })
class Page {
  private readonly dialogs = inject(FormDialogs);

  constructor() {
    inject(Hotkeys).register({ key: 't', label: 'Start the timer', run: () => ran.push('t') });
  }

  protected open(): void {
    void this.dialogs.open(Promise.resolve(NoteDialog), {});
  }
}

/** Under a dialog, too. */
const press = () => fireEvent.click(screen.getByRole('button', { name: 'New note', hidden: true }));
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

async function leave(): Promise<void> {
  fireEvent.submit((await field('Name')).closest('form') as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('a dialog', () => {
  beforeEach(async () => {
    saved.length = 0;
    ran.length = 0;
    await render(Page);
  });

  it('opens once for whoever presses twice', async () => {
    press();
    press();
    await field('Name');
    press();
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    await leave();
  });

  it('opens again when it has been left', async () => {
    press();
    await leave();
    press();
    await leave();
    expect(saved).toEqual(['Acme', 'Acme']);
  });

  it('saves once for whoever presses again while it goes', async () => {
    press();
    const name = await field('Name');
    const form = name.closest('form') as HTMLElement;
    fireEvent.submit(form);
    fireEvent.submit(form);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(fireEvent.keyDown(name, { key: 'Enter' })).toBe(false);
    expect(saved).toEqual(['Acme']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('lets no letter that was meant for it act on the page', async () => {
    press();
    fireEvent.keyDown(document.body, { key: 't' });
    await leave();
    fireEvent.keyDown(document.body, { key: 't' });
    expect(ran).toEqual(['t']);
  });
});
