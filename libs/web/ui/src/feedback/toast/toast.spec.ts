import { Component, inject } from '@angular/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { toProblem } from '../problem';
import { Toast } from './toast';

@Component({ selector: 'tm-toasting', template: '' })
class Toasting {
  readonly toast = inject(Toast);
}

const toaster = async () => (await render(Toasting)).fixture.componentInstance.toast;

describe('Toast', () => {
  afterEach(() => jest.useRealTimers());

  it('offers an action that runs once and closes it', async () => {
    const undo = jest.fn();
    (await toaster()).show('Timer stopped', { action: 'Undo', onAction: undo });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByText('Timer stopped')).toBeNull());
  });

  it('says a problem at once and offers its request id', async () => {
    (await toaster()).problem({ ...toProblem(undefined), detail: 'Not today.', instance: 'r1' });
    expect(await screen.findByText('Not today.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Copy request id' })).toBeTruthy();
    expect(document.querySelector('[aria-live="assertive"]')?.textContent).toContain('Not today.');
  });

  it('goes by itself, but not from under the pointer', async () => {
    (await toaster()).show('Saved');
    const bar = (await screen.findByText('Saved')).parentElement as HTMLElement;
    jest.useFakeTimers();
    fireEvent.mouseEnter(bar);
    jest.advanceTimersByTime(60_000);
    expect(screen.queryByText('Saved')).not.toBeNull();
    fireEvent.mouseLeave(bar);
    await jest.advanceTimersByTimeAsync(7_000);
    expect(screen.queryByText('Saved')).toBeNull();
  });
});
