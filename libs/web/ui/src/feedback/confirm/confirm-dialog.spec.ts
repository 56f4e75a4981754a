import { Component, inject } from '@angular/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ConfirmDialog, type ConfirmQuestion } from './confirm-dialog';

@Component({ selector: 'tm-asking', template: '' })
class Asking {
  readonly confirm = inject(ConfirmDialog);
}

const DELETE = { title: 'Delete this entry?', text: 'It is gone then.', action: 'Delete' };

async function ask(question: ConfirmQuestion) {
  const { fixture } = await render(Asking);
  const answer = fixture.componentInstance.confirm.ask(question);
  const dialog = await screen.findByRole('alertdialog', { name: question.title });
  return { answer, dialog };
}

describe('ConfirmDialog', () => {
  it('answers nothing when it is cancelled', async () => {
    const { answer } = await ask(DELETE);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await answer).toBeUndefined();
  });

  it('answers nothing when Escape closes it', async () => {
    const { answer, dialog } = await ask(DELETE);
    fireEvent.keyDown(dialog, { key: 'Escape', code: 'Escape', keyCode: 27 });
    expect(await answer).toBeUndefined();
  });

  it('answers without a reason when none was asked for', async () => {
    const { answer } = await ask(DELETE);
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await answer).toEqual({});
  });

  it('does not go ahead without a reason that is required', async () => {
    const { answer } = await ask({ ...DELETE, reason: 'required' });
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    fireEvent.input(reason, { target: { value: '   ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'));

    fireEvent.input(reason, { target: { value: ' Entered twice ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await answer).toEqual({ reason: 'Entered twice' });
  });
});
