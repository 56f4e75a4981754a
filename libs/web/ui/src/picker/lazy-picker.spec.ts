import { DeferBlockBehavior } from '@angular/core/testing';
import { FormControl } from '@angular/forms';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { of } from 'rxjs';
import { LazyPicker } from './lazy-picker';
import type { Pickable, PickSource } from './pickable';

const APOLLO: Pickable = { id: 1, name: 'Apollo' };
const HERMES: Pickable = { id: 2, name: 'Hermes' };
const source: PickSource = {
  search: (text) => of([APOLLO, HERMES].filter(({ name }) => name.includes(text))),
  find: () => of(APOLLO),
};

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });

async function open(known?: Pickable) {
  const control = new FormControl<number | null>(known?.id ?? null);
  const picked = jest.fn();
  await render(LazyPicker, {
    deferBlockBehavior: DeferBlockBehavior.Playthrough,
    inputs: { control, source, label: 'Project', known },
    on: { picked },
  });
  return { control, picked };
}

async function openInForm(deferBlockBehavior: DeferBlockBehavior) {
  const control = new FormControl<number | null>(null);
  const sent = jest.fn((event: Event) => event.preventDefault());
  await render(
    `<form (submit)="sent($event)">
      <tm-lazy-picker label="Project" [control]="control" [source]="source" /><button>Start</button>
    </form>`,
    {
      imports: [LazyPicker],
      deferBlockBehavior,
      componentProperties: { control, source, sent },
    },
  );
  return { control, sent };
}

/** Somebody types, presses Enter and sends the form, all before anything is there. */
function hurry(): void {
  box().focus();
  fireEvent.input(box(), { target: { value: 'Her' } });
  fireEvent.keyDown(box(), { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
}

describe('a picker that is loaded with the focus', () => {
  it('picks, from the first focus on', async () => {
    const { control, picked } = await open();
    box().focus();
    fireEvent.click(await screen.findByRole('option', { name: /Hermes/ }));
    expect(control.value).toBe(2);
    expect(picked).toHaveBeenCalledWith(HERMES);
    expect(document.activeElement).toBe(box());
  });

  it('loses nothing that was typed while it was loading', async () => {
    await open();
    const stub = box();
    stub.focus();
    fireEvent.input(stub, { target: { value: 'Her' } });
    expect(await screen.findByRole('option', { name: /Hermes/ })).toBeTruthy();
    expect(screen.queryByRole('option', { name: /Apollo/ })).toBeNull();
    expect(box().value).toBe('Her');
  });

  it('picks what was typed when Enter came while it was loading, and leaves the form around alone', async () => {
    const { control } = await open();
    const stub = box();
    stub.focus();
    fireEvent.input(stub, { target: { value: 'Her' } });
    expect(fireEvent.keyDown(stub, { key: 'Enter' })).toBe(false);

    await waitFor(() => expect(control.value).toBe(2));
    expect(box().value).toBe('Hermes');
  });

  it('picks what was entered while it was loading also for somebody who has gone on', async () => {
    const { control } = await open();
    const next = document.body.appendChild(document.createElement('button'));
    const stub = box();
    stub.focus();
    fireEvent.input(stub, { target: { value: 'Her' } });
    fireEvent.keyDown(stub, { key: 'Enter' });
    next.focus();
    await waitFor(() => expect(control.value).toBe(2));
    expect(box().value).toBe('Hermes');
    expect(document.activeElement).toBe(next);
    next.remove();
  });

  it('has the form around wait for what was entered while it was loading', async () => {
    const { control, sent } = await openInForm(DeferBlockBehavior.Playthrough);
    hurry();
    expect(sent).not.toHaveBeenCalled();

    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    expect(control.value).toBe(2);
  });

  it('has the form around wait no more for what is typed anew', async () => {
    const { control, sent } = await openInForm(DeferBlockBehavior.Manual);
    hurry();
    fireEvent.input(box(), { target: { value: '' } });
    expect(sent).not.toHaveBeenCalled();

    fireEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(sent).toHaveBeenCalledTimes(1);
    expect(control.value).toBeNull();
  });

  it('leaves alone what is typed after it has come', async () => {
    await open();
    const stub = box();
    stub.focus();
    fireEvent.input(stub, { target: { value: 'Her' } });
    expect(await screen.findByRole('option', { name: /Hermes/ })).toBeTruthy();
    fireEvent.input(box(), { target: { value: 'Apo' } });
    expect(await screen.findByRole('option', { name: /Apollo/ })).toBeTruthy();
    expect(box().value).toBe('Apo');
  });

  it('leaves the focus to whom it has gone on to meanwhile', async () => {
    await open();
    const next = document.body.appendChild(document.createElement('button'));
    const stub = box();
    stub.focus();
    next.focus();
    await waitFor(() => expect(box()).not.toBe(stub));
    expect(document.activeElement).toBe(next);
    next.remove();
  });

  it('shows what is known before anybody has been there', async () => {
    await open(APOLLO);
    expect(box().value).toBe('Apollo');
  });
});
