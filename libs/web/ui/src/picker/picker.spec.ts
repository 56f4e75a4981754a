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

  it('picks what was typed when Enter comes before the answer, and never what stood there before', async () => {
    const { control, picked } = await renderPicker();
    await type('');
    expect(names()).toHaveLength(2);

    fireEvent.input(box(), { target: { value: 'her' } });
    await key('Enter', 13);

    expect(control.value).toBe(4);
    expect(picked).toEqual([HERMES]);
    expect(box().value).toBe('Hermes');
    expect(names()).toEqual([]);
  });

  it('picks what was typed and entered by somebody who has gone on before the answer', async () => {
    const { control, picked } = await renderPicker();
    box().focus();
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    box().blur();
    expect(control.value).toBeNull();
    await settle();
    expect([control.value, box().value]).toEqual([4, 'Hermes']);
    expect(picked).toEqual([HERMES]);
    expect(document.activeElement).toBe(document.body);
    expect(names()).toEqual([]);
  });

  it.each([
    ['nothing is found', () => of([])],
    ['the search fails', () => throwError(() => new Error('broken'))],
  ])('puts the name back for somebody who has gone on when %s', async (_, search) => {
    const { control } = await renderPicker(4, { ...projects, search });
    box().focus();
    fireEvent.input(box(), { target: { value: 'xyz' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    box().blur();
    await settle();
    expect([control.value, box().value]).toEqual([4, 'Hermes']);
  });

  it('picks nothing by an early Enter when nothing is found, or more is typed', async () => {
    const { control } = await renderPicker();
    await type('');
    fireEvent.input(box(), { target: { value: 'xyz' } });
    await key('Enter', 13);
    expect([control.value, names()]).toEqual([null, ['Nothing found']]);

    fireEvent.input(box(), { target: { value: 'a' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    fireEvent.input(box(), { target: { value: 'ap' } });
    await settle();
    expect([control.value, names()]).toEqual([null, [expect.stringContaining('Apollo')]]);
  });

  it('picks nothing by an early Enter that was taken back with Escape', async () => {
    const { control } = await renderPicker();
    box().focus();
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    await key('Escape', 27);
    expect(control.value).toBeNull();
  });

  it('picks only what was clicked at while what was entered was looked for', async () => {
    const { picked } = await renderPicker();
    await type('');
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    fireEvent.click(screen.getByRole('option', { name: /Apollo/ }));
    await settle();
    expect(picked).toEqual([APOLLO]);
  });

  it('has taken away what was entered for the one that is taken away', async () => {
    const { control, picked } = await renderPicker(3);
    box().focus();
    fireEvent.input(box(), { target: { value: 'her' } });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    fireEvent.click(screen.getByRole('button', { name: 'Clear Project' }));
    await settle();
    expect([control.value, picked]).toEqual([null, [undefined]]);
  });

  it('picks what the arrows point at', async () => {
    const { control } = await renderPicker();
    await type('');
    await key('ArrowDown', 40);
    await key('Enter', 13);
    expect(control.value).toBe(4);
  });

  it('names what is chosen although a search would not offer it', async () => {
    await renderPicker(9);

    expect(box().value).toBe('Old and archived');
  });

  it('says the number of what has no name any more, which can be taken away', async () => {
    const find = () => throwError(() => new Error('There is no such project'));
    const { control } = await renderPicker(77, { ...projects, find });
    expect(box().value).toBe('#77');

    fireEvent.click(screen.getByRole('button', { name: 'Clear Project' }));
    await settle();
    expect([control.value, box().value]).toEqual([null, '']);
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
