import { Component, signal } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { PageInfo, Problem } from '@tidemark/contracts';
import { EmptyState } from '../feedback/empty-state';
import { toProblem } from '../feedback/problem';
import { countOf, Listing } from './listing';

const page = (pages = 1): PageInfo => ({
  ...{ total: pages * 25, pages, current_page: 1, has_prev: false, has_next: pages > 1 },
});

const value = signal<PageInfo | undefined>(undefined);
const problem = signal<Problem | undefined>(undefined);
const count = signal(0);
const isFiltered = signal(false);
const happened = jest.fn();

@Component({
  selector: 'tm-host',
  imports: [EmptyState, Listing],
  template: `
    <tm-listing
      label="Projects"
      nothing="No project fits"
      [loaded]="loaded"
      [count]="count()"
      [isFiltered]="isFiltered()"
      (cleared)="happened('cleared')"
      (go)="happened($event)"
    >
      <p>The rows</p>
      <tm-empty-state icon="folder" title="No projects yet" />
    </tm-listing>
  `,
})
class Host {
  readonly loaded = {
    value,
    problem,
    loading: signal(false),
    reload: () => void happened('reload'),
  };
  readonly count = count;
  readonly isFiltered = isFiltered;
  readonly happened = happened;
}

const FAILED = { ...toProblem(undefined), detail: 'Try later.' };
const TEXTS = ['The rows', 'No projects yet', 'No project fits', 'Try later.'];
const shown = () => TEXTS.filter((text) => screen.queryByText(text));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  value.set(undefined);
  problem.set(undefined);
  count.set(0);
  isFiltered.set(false);
  happened.mockClear();
});

describe('a list', () => {
  it('says nothing of its rows before the first answer', async () => {
    await render(Host);
    expect(shown()).toEqual([]);
  });

  it('shows its rows and the way to more of them', async () => {
    value.set(page(2));
    count.set(25);
    await render(Host);
    expect(shown()).toEqual(['The rows']);
    press('Next');
    expect(happened.mock.calls).toEqual([[2]]);
  });

  it('that has none teaches what it will have', async () => {
    value.set(page());
    await render(Host);
    expect(shown()).toEqual(['No projects yet']);
  });

  it('of which nothing fits offers to clear the filters', async () => {
    value.set(page());
    isFiltered.set(true);
    await render(Host);
    expect(shown()).toEqual(['No project fits']);
    press('Clear filters');
    expect(happened.mock.calls).toEqual([['cleared']]);
  });

  it('that failed says so and tries again, with nothing said of its rows', async () => {
    problem.set(FAILED);
    await render(Host);
    expect(screen.getByText('The projects could not be loaded')).toBeTruthy();
    expect(shown()).toEqual(['Try later.']);
    press('Retry');
    expect(happened.mock.calls).toEqual([['reload']]);
  });

  it('keeps the rows on screen that it could not bring up to date', async () => {
    value.set(page());
    count.set(3);
    problem.set(FAILED);
    await render(Host);
    expect(shown()).toEqual(['The rows', 'Try later.']);
  });
});

describe('a count', () => {
  it.each([
    [undefined, ''],
    [0, '0 people'],
    [1, '1 person'],
    [12345, '12,345 people'],
  ])('of %s is “%s”', (total, words) => expect(countOf(total, 'person', 'people')).toBe(words));

  it('adds an s where nothing else is said', () => expect(countOf(2, 'client')).toBe('2 clients'));
});
