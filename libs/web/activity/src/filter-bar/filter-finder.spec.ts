import { fireEvent, render, screen } from '@testing-library/angular';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { NEVER, of, throwError } from 'rxjs';
import { FilterFinder } from './filter-finder';

/** More than any list holds: only 60 are offered at a time, as by the server. */
const PROJECTS: Pickable[] = Array.from({ length: 150 }, (_, at) => ({
  ...{ id: at + 1, name: `Project ${at + 1}` },
}));

const source: PickSource = {
  search: (text) =>
    of(PROJECTS.filter(({ name }) => name.toLowerCase().includes(text)).slice(0, 60)),
  find: (id) => {
    const found = PROJECTS.find((one) => one.id === id);
    return found ? of(found) : throwError(() => new Error('There is no such project'));
  },
};

const settle = () => jest.advanceTimersByTimeAsync(400);
const chip = () => screen.getByRole('button', { name: /^Project/ });
const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
const names = () => screen.queryAllByRole('option').map(({ textContent }) => textContent?.trim());

async function renderFinder(chosen?: number, from = source) {
  jest.useFakeTimers();
  const picked = jest.fn();
  await render(FilterFinder, {
    inputs: { label: 'Project', source: from, chosen },
    on: { picked },
  });
  await settle();
  return picked;
}

async function open() {
  fireEvent.click(chip());
  await settle();
}

async function type(text: string) {
  fireEvent.input(box(), { target: { value: text } });
  await settle();
}

async function press(...keys: string[]) {
  for (const key of keys) fireEvent.keyDown(box(), { key });
  await settle();
}

// The DOM of the specs has no layout to scroll in.
beforeAll(() => (Element.prototype.scrollIntoView = jest.fn()));
afterEach(() => jest.useRealTimers());

describe('a filter that is searched', () => {
  it('finds by typing what no list would hold, by the keyboard alone', async () => {
    const picked = await renderFinder();
    await open();
    expect(names()).toHaveLength(60);
    expect(document.activeElement).toBe(box());

    await type('150');
    expect(names()).toEqual(['Project 150']);
    await press('Enter');

    expect(picked.mock.calls).toEqual([[150]]);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(chip());
  });

  it('takes what was typed when Enter comes before the answer', async () => {
    const picked = await renderFinder();
    await open();
    fireEvent.input(box(), { target: { value: '149' } });
    await press('Enter');

    expect(picked.mock.calls).toEqual([[149]]);
  });

  it('takes what was entered also for somebody who has gone on, and leaves the focus there', async () => {
    const picked = await renderFinder();
    const next = document.body.appendChild(document.createElement('button'));
    await open();
    fireEvent.input(box(), { target: { value: '149' } });
    for (const key of ['Enter', 'Tab']) fireEvent.keyDown(box(), { key });
    next.focus();
    expect(picked).not.toHaveBeenCalled();
    await settle();

    expect(picked.mock.calls).toEqual([[149]]);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(next);
    next.remove();
  });

  it.each([
    ['more is typed', () => fireEvent.input(box(), { target: { value: '14' } })],
    ['Escape is pressed', () => fireEvent.keyDown(box(), { key: 'Escape' })],
    ['the filter is opened anew', () => [0, 1].forEach(() => fireEvent.click(chip()))],
  ])('takes nothing by an early Enter when %s', async (_, cancel) => {
    const picked = await renderFinder();
    await open();
    fireEvent.input(box(), { target: { value: '149' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    cancel();
    await settle();

    expect(picked).not.toHaveBeenCalled();
  });

  it('takes only what was taken away, or clicked at, while what was entered was looked for', async () => {
    const picked = await renderFinder(7);
    for (const act of ['remove', 'click']) {
      await open();
      fireEvent.input(box(), { target: { value: '149' } });
      fireEvent.keyDown(box(), { key: 'Enter' });
      if (act === 'click') fireEvent.click(screen.getByRole('option', { name: 'Project 3' }));
      else fireEvent.click(screen.getByRole('button', { name: 'Remove filter: Project' }));
      await settle();
      fireEvent.keyDown(document.body, { key: 'Escape' });
      await settle();
    }

    expect(picked.mock.calls).toEqual([[undefined], [3]]);
  });

  it('goes up and down, round the ends, and by the pointer', async () => {
    const picked = await renderFinder();
    await open();
    await type('14');
    await press('ArrowUp');
    const active = box().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Project 149');
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await open();
    await type('77');
    fireEvent.click(screen.getByRole('option', { name: 'Project 77' }));
    await settle();

    expect(picked.mock.calls).toEqual([[114], [77]]);
  });

  it('says what is chosen, also when a search would not offer it, and can be taken away', async () => {
    const picked = await renderFinder(150);
    expect(chip().textContent).toContain('Project 150');

    fireEvent.click(screen.getByRole('button', { name: 'Remove filter: Project' }));
    expect(picked.mock.calls).toEqual([[undefined]]);
  });

  it('says the number of what has no name any more', async () => {
    await renderFinder(999);
    expect(chip().textContent).toContain('#999');
  });

  it('says that nothing was found, and takes nothing then', async () => {
    const picked = await renderFinder();
    await open();
    await type('xyz');
    expect(screen.getByRole('status').textContent).toContain('Nothing found');
    await press('Enter', 'Escape');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(picked).not.toHaveBeenCalled();
  });

  it('says that it looks, while it does', async () => {
    await renderFinder(undefined, { ...source, search: () => NEVER });
    await open();
    expect(screen.getByRole('status').textContent).toContain('Looking…');
  });

  it('says why it cannot look', async () => {
    const search = () => throwError(() => new Error('x'));
    await renderFinder(undefined, { ...source, search });
    await open();
    expect(screen.getByRole('status').textContent?.trim()).not.toBe('');
    expect(screen.getByRole('status').textContent).not.toContain('Nothing found');
  });
});
