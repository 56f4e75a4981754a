import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Component, inject, signal } from '@angular/core';
import type { Me, SavedFilterView, SaveSavedFilter } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { fireEvent, screen, within } from '@testing-library/angular';
import { PageFilters } from '../filter/page-filters';
import { aViewer, NOON, provideViewer } from '../testing/a-viewer';
import { SavedFilters } from './saved-filters';
import { SavedFiltersApi } from './saved-filters-api';
import { SavedFiltersStore } from './saved-filters-store';

@Component({
  selector: 'tm-some-page',
  imports: [SavedFilters],
  providers: [PageFilters],
  template: `<tm-saved-filters />`,
})
class SomePage {
  readonly filters = inject(PageFilters);
}

const problem = {
  type: '/problems/duplicate',
  title: 'Taken',
  status: 409,
  detail: 'You have a saved filter "Deletions" already',
  instance: 'req-1',
  errors: [{ pointer: '/name', code: 'duplicate', message: 'You have one of this name already' }],
  error: 'Taken',
  message: 'Taken',
};

/** Keeps saved filters like the server. */
class FakeFilters implements Pick<SavedFiltersApi, 'list' | 'create' | 'update' | 'delete'> {
  isDown = false;
  readonly said: unknown[] = [];

  constructor(public saved: SavedFilterView[]) {}

  async list() {
    if (this.isDown) throw problem;
    const page = { pages: 1, current_page: 1, has_next: false, has_prev: false };
    return { saved_filters: this.saved, total: this.saved.length, ...page };
  }

  async create(filter: SaveSavedFilter) {
    this.said.push(filter);
    if (this.saved.some(({ name }) => name === filter.name)) throw problem;
    const made = aFilter({ id: 99, ...filter });
    this.saved = [...this.saved, made];
    return made;
  }

  async update(id: number, filter: Partial<SaveSavedFilter>) {
    this.said.push([id, filter]);
    this.saved = this.saved.map((one) => (one.id === id ? { ...one, ...filter } : one));
    return this.saved.find((one) => one.id === id) as SavedFilterView;
  }

  async delete(id: number) {
    this.said.push(id);
    if (!this.saved.some((one) => one.id === id)) throw problem;
    this.saved = this.saved.filter((one) => one.id !== id);
  }
}

function aFilter(given: Partial<SavedFilterView> = {}): SavedFilterView {
  return {
    id: 1,
    name: 'Deletions',
    scope: 'oneself',
    filter: { action: 'deleted', range: '30d' },
    user_id: 1,
    display_name: 'Ana Pereira',
    can_use: true,
    can_edit: true,
    can_delete: true,
    created_at: '2026-11-01T09:00:00.000Z',
    ...given,
  };
}
const bens = (given: Partial<SavedFilterView> = {}) =>
  aFilter({
    ...{ id: 2, name: 'Of Ben', scope: 'everybody', user_id: 2, display_name: 'Ben Kaya' },
    ...{ can_edit: false, can_delete: false },
    ...given,
  });

const settle = (ms = 50) => jest.advanceTimersByTimeAsync(ms);
const url = () => decodeURIComponent(TestBed.inject(Location).path());
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle(400);
};

async function open(api: FakeFilters, path = '/activity', viewer: Partial<Me> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'activity', component: SomePage }]),
      provideViewer(aViewer({ role: 'member', ...viewer })),
      { provide: SavedFiltersApi, useValue: api },
    ],
  });
  TestBed.inject(Location).replaceState(path);
  TestBed.inject(Router).initialNavigation();
  const harness = RouterTestingHarness.create();
  await settle();
  await harness;
  await settle();
}

beforeEach(() => jest.useFakeTimers({ now: NOON }));
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('a saved view', () => {
  it('puts its filter into the address, in the place of what was there', async () => {
    await open(new FakeFilters([aFilter()]), '/activity?q=login&entity_type=task');
    await press('Deletions');

    expect(url()).toBe('/activity?action=deleted&range=30d');
    expect(screen.getByRole('button', { name: 'Deletions' }).ariaPressed).toBe('true');
  });

  it('is known again by an address that says the same in another order', async () => {
    const saved = aFilter({ filter: { entity_type: 'task,project', action: 'deleted' } });
    await open(new FakeFilters([saved]), '/activity?action=deleted&entity_type=project,task');

    expect(screen.getByRole('button', { name: 'Deletions' }).ariaPressed).toBe('true');
    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
  });

  it('carries nothing into the address that the page does not know', async () => {
    const odd = { action: 'deleted', javascript: 'alert(1)', entity_type: 'gone' };
    await open(new FakeFilters([aFilter({ filter: odd })]));
    await press('Deletions');

    expect(url()).toBe('/activity?action=deleted');
  });

  it('says whose it is, and lets nobody else change it', async () => {
    await open(new FakeFilters([bens()]), '/activity?action=deleted&range=30d');

    expect(screen.getByRole('button', { name: 'Of Ben, by Ben Kaya' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /More for/ })).toBeNull();
  });

  it('is not offered when it asks for what the viewer may not ask for', async () => {
    const foreign = bens({ filter: { user_id: '2' }, can_use: false });
    await open(new FakeFilters([foreign, aFilter({ filter: { user_id: '1' } })]));

    expect(screen.queryByRole('button', { name: /Of Ben/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Deletions' })).toBeTruthy();
  });

  it('stays with its owner who may no longer ask for it, so that it can be deleted', async () => {
    const left = aFilter({ filter: { project_id: '9' }, can_use: false });
    await open(new FakeFilters([left]), '/activity?project_id=9');

    expect(screen.getByRole('button', { name: 'More for the view Deletions' })).toBeTruthy();
  });
});

describe('saving a view', () => {
  it('keeps the filter under a name, for everybody when that is asked for', async () => {
    const api = new FakeFilters([]);
    await open(api, '/activity?entity_type=task,project&range=7d');
    await press('Save view');
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('Name'), { target: { value: ' Work ' } });
    fireEvent.click(dialog.getByRole('checkbox'));
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await settle(400);

    expect(api.said).toEqual([
      {
        name: 'Work',
        scope: 'everybody',
        filter: { entity_type: 'project,task', range: '7d' },
      },
    ]);
    expect(screen.getByRole('button', { name: 'Work, for everybody' }).ariaPressed).toBe('true');
  });

  it('says at the name that it is taken, and keeps what was typed', async () => {
    await open(new FakeFilters([aFilter()]), '/activity?entity_type=task');
    await press('Save view');
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'Deletions' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await settle(400);

    expect(dialog.getByText('You have one of this name already')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Deletions');
  });

  it('is offered when something is filtered, and not to auditors', async () => {
    await open(new FakeFilters([]));
    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
    TestBed.resetTestingModule();
    await open(new FakeFilters([]), '/activity?entity_type=task', { role: 'auditor' });

    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
  });
});

describe('an own view', () => {
  const shown = '/activity?action=deleted&range=30d';

  it('is shared, renamed and deleted from its menu', async () => {
    const api = new FakeFilters([aFilter()]);
    await open(api, shown);
    await press('More for the view Deletions');
    await press('Share with everybody', 'menuitem');
    await press('More for the view Deletions');
    await press('Rename', 'menuitem');
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'All deletions' } });
    await press('Save');
    await press('More for the view All deletions');
    await press('Delete', 'menuitem');
    await press('Delete');

    expect(api.said).toEqual([
      [1, { scope: 'everybody' }],
      [1, { name: 'All deletions', scope: 'everybody' }],
      1,
    ]);
    expect(screen.queryByRole('button', { name: /deletions/ })).toBeNull();
  });
});

it('goes away when another tab has deleted it', async () => {
  const api = new FakeFilters([aFilter()]);
  await open(api, '/activity?action=deleted&range=30d');
  api.saved = [];
  await press('More for the view Deletions');
  await press('Delete', 'menuitem');
  await press('Delete');

  expect(screen.queryByRole('button', { name: 'Deletions' })).toBeNull();
});

it('is shown to nobody who signs in after its owner, not even while theirs are on the way', async () => {
  const me = signal<Me | null>(aViewer({ role: 'member' }));
  const api = new FakeFilters([aFilter({ name: 'Who came late' })]);
  TestBed.configureTestingModule({
    providers: [
      { provide: SessionStore, useValue: { me } },
      { provide: SavedFiltersApi, useValue: api },
    ],
  });
  const store = TestBed.inject(SavedFiltersStore);
  await settle();
  expect(store.all()).toHaveLength(1);
  api.isDown = true;
  for (const viewer of [null, aViewer({ id: 2, role: 'member' })]) {
    me.set(viewer);
    expect(store.all()).toEqual([]);
    await settle();
  }
  expect([store.all(), store.problem() !== undefined]).toEqual([[], true]);
});

it('says when the saved views could not be loaded, and asks again', async () => {
  const api = new FakeFilters([aFilter()]);
  api.isDown = true;
  await open(api);
  expect(screen.getByText('Saved views could not be loaded')).toBeTruthy();

  api.isDown = false;
  await press('Retry');
  expect(screen.getByRole('button', { name: 'Deletions' })).toBeTruthy();
});
