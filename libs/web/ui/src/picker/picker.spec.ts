import { FormControl, Validators } from '@angular/forms';
import { fireEvent, render, screen } from '@testing-library/angular';
import { of, throwError } from 'rxjs';
import type { Pickable, PickSource } from './pickable';
import { Picker } from './picker';

const APOLLO = { id: 3, name: 'Apollo', group: 'Favourites', detail: 'Acme GmbH' };
const HERMES = { id: 4, name: 'Hermes', group: 'Acme GmbH' };
const OLD = { id: 9, name: 'Old and archived' };

const projects: PickSource = {
  search: (text) =>
    of([APOLLO, HERMES].filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))),
  find: (id) => of([APOLLO, HERMES, OLD].find((one) => one.id === id) ?? OLD),
};

async function renderPicker(value: number | null = null, source = projects, required = false) {
  jest.useFakeTimers();
  const control = new FormControl(value, required ? Validators.required : null);
  const picked: (Pickable | undefined)[] = [];
  await render(Picker, {
    inputs: { control, source, label: 'Project', required },
    on: { picked: (one) => picked.push(one) },
  });
  await settle();
  return { control, picked };
}

const settle = () => jest.advanceTimersByTimeAsync(400);
const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
const names = () => screen.queryAllByRole('option').map(({ textContent }) => textContent?.trim());

async function type(text: string) {
  box().focus();
  fireEvent.input(box(), { target: { value: text } });
  await settle();
}

async function key(name: string, keyCode: number) {
  fireEvent.keyDown(box(), { key: name, keyCode });
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('the picker', () => {
  it('shows what there is under its headings', async () => {
    await renderPicker();
    box().focus();
    await settle();

    expect(screen.getByRole('group', { name: 'Favourites' }).textContent).toContain('Apollo');
    expect(screen.getByRole('group', { name: 'Acme GmbH' }).textContent).toContain('Hermes');
  });

  it('picks by typing and Enter alone', async () => {
    const { control, picked } = await renderPicker();
    await type('her');
    expect(names()).toEqual(['Hermes']);
    await key('Enter', 13);

    expect(control.value).toBe(4);
    expect(picked).toEqual([HERMES]);
    expect(box().value).toBe('Hermes');
  });

  it('picks what was typed, however fast Enter follows', async () => {
    const { control, picked } = await renderPicker();
    box().focus();
    await settle();
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    expect(control.value).toBeNull();
    await settle();

    expect(control.value).toBe(4);
    expect(picked).toEqual([HERMES]);
    expect(box().value).toBe('Hermes');
    expect(names()).toEqual([]);
  });

  it('sends no form by an Enter that waits for what was typed', async () => {
    await renderPicker();
    box().focus();
    fireEvent.input(box(), { target: { value: 'her' } });

    expect(fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 })).toBe(false);
  });

  it('forgets an Enter when somebody types on', async () => {
    const { control } = await renderPicker();
    box().focus();
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    await type('apo');

    expect(control.value).toBeNull();
    expect(names()).toEqual(['ApolloAcme GmbH']);
    await key('Enter', 13);
    expect(control.value).toBe(3);
  });

  it('picks nothing by Enter where nothing fits', async () => {
    const { control } = await renderPicker();
    box().focus();
    fireEvent.input(box(), { target: { value: 'xyz' } });
    await key('Enter', 13);

    expect(control.value).toBeNull();
    expect(names()).toEqual(['Nothing found']);
  });

  it('names what is chosen although a search would not offer it', async () => {
    await renderPicker(9);

    expect(box().value).toBe('Old and archived');
  });

  it('puts the name back when somebody types and leaves', async () => {
    const { control } = await renderPicker(3);
    await type('xyz');
    box().blur();
    await settle();

    expect(box().value).toBe('Apollo');
    expect(control.value).toBe(3);
  });

  it('takes nothing for none where that is allowed', async () => {
    const { control, picked } = await renderPicker(3);
    await type('');
    box().blur();
    await settle();

    expect(control.value).toBeNull();
    expect(picked).toEqual([undefined]);
  });

  it('puts the name back where something has to be chosen', async () => {
    const { control } = await renderPicker(3, projects, true);
    await type('');
    box().blur();
    await settle();

    expect(control.value).toBe(3);
    expect(box().value).toBe('Apollo');
  });

  it('says why there is nothing to pick', async () => {
    const search = () => throwError(() => new Error('broken'));
    await renderPicker(null, { ...projects, search });
    box().focus();
    await settle();

    expect(screen.getByRole('option').textContent).toContain('Something went wrong');
  });
});
