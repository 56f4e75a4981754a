import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, screen, within } from '@testing-library/angular';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@tidemark/contracts';
import { ActivityApi } from '../activity-api';
import { aViewer, NOON, provideViewer } from '../testing/a-viewer';
import { FakeApi } from '../testing/fake-api';
import { ActivityPage } from './activity-page';

@Component({ selector: 'tm-elsewhere', template: 'Elsewhere' })
class Elsewhere {}

let api: FakeApi;

/** Lets answers arrive and the screen follow. */
const settle = (ms = 50) => jest.advanceTimersByTimeAsync(ms);
const articles = () => screen.queryAllByRole('article').map(({ textContent }) => textContent);
const url = () => decodeURIComponent(TestBed.inject(Location).path());
const press = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};

async function open(path: string, viewer: Me = aViewer()): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'activity', component: ActivityPage },
        { path: 'elsewhere', component: Elsewhere },
      ]),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideViewer(viewer),
      { provide: ActivityApi, useValue: api },
    ],
  });
  TestBed.inject(Location).replaceState(path);
  // Listens to "Back" as well, which the harness alone does not.
  TestBed.inject(Router).initialNavigation();
  const harness = RouterTestingHarness.create();
  await settle();
  await harness;
  await settle();
}

async function giveNames(): Promise<void> {
  TestBed.inject(HttpTestingController)
    .expectOne('/api/users/2')
    .flush({ id: 2, display_name: 'Ben Kaya' });
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  api = new FakeApi();
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('the activity page', () => {
  it('asks for what the address says, ranges as days of the viewer', async () => {
    await open('/activity?entity_type=task,project&user_id=2&range=7d&q=login');

    expect(api.asked[0]).toEqual({
      ...{ entity_type: ['project', 'task'], user_id: 2, q: 'login', start_date: '2026-11-17' },
      limit: 50,
    });
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search in activity' });
    expect(search.value).toBe('login');
  });

  it('says each filter as a chip that can be taken away', async () => {
    await open('/activity?entity_type=task&user_id=2&range=7d');
    await giveNames();
    expect(screen.getByRole('button', { name: 'Person: Ben Kaya' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'When: Last 7 days' })).toBeTruthy();

    await press(screen.getByRole('button', { name: 'Remove filter: Type' }));
    expect(url()).toBe('/activity?user_id=2&range=7d');
    await press(screen.getByRole('button', { name: 'Clear' }));
    expect(url()).toBe('/activity');
    expect(api.asked.at(-1)).toEqual({ limit: 50 });
  });

  it('puts what is chosen into the address', async () => {
    await open('/activity');
    await press(screen.getByRole('button', { name: 'Type' }));
    const list = screen.getByRole('listbox', { name: 'Type' });

    await press(within(list).getByRole('option', { name: 'Tasks' }));
    await press(within(list).getByRole('option', { name: 'Clients' }));

    expect(url()).toBe('/activity?entity_type=task,client');
  });

  it('takes the first and the last day, and refuses them the wrong way round', async () => {
    await open('/activity');
    await press(screen.getByRole('button', { name: 'When' }));
    const from = screen.getByLabelText('From');
    const to = screen.getByLabelText('To');

    fireEvent.input(from, { target: { value: '2026-11-20' } });
    fireEvent.input(to, { target: { value: '2026-11-10' } });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The last day lies before the first');

    fireEvent.input(to, { target: { value: '2026-11-21' } });
    await settle();
    await press(screen.getByRole('button', { name: 'Apply' }));
    expect(url()).toBe('/activity?start_date=2026-11-20&end_date=2026-11-21');
  });

  it('searches when the typing pauses, once', async () => {
    await open('/activity');
    const search = screen.getByRole('searchbox');

    for (const value of ['l', 'lo', 'log']) {
      fireEvent.input(search, { target: { value } });
      await settle(100);
    }
    await settle(400);

    expect(url()).toBe('/activity?q=log');
    expect(api.asked.filter(({ q }) => q !== undefined)).toHaveLength(1);
  });

  it('offers people to those who may see everybody, and to nobody else', async () => {
    await open('/activity', aViewer({ role: 'member' }));

    expect(screen.queryByRole('button', { name: 'Person' })).toBeNull();
  });

  it('shows how to leave the history of one thing', async () => {
    await open('/activity?entity_type=task&entity_id=12');

    await press(screen.getByRole('button', { name: 'Remove filter: Task' }));
    expect(url()).toBe('/activity?entity_type=task');
  });

  it('finds by "Back" the filter and the pages that were loaded, and asks only for what is new', async () => {
    for (let n = 0; n < 12; n++) api.trail.commit(n, { user_id: n });
    await open('/activity?entity_type=task');
    await press(screen.getByRole('button', { name: 'Load more' }));
    expect(articles()).toHaveLength(12);

    void TestBed.inject(Router).navigateByUrl('/elsewhere');
    await settle();
    expect(articles()).toHaveLength(0);
    const asked = api.asked.length;
    TestBed.inject(Location).back();
    await settle();

    expect(url()).toBe('/activity?entity_type=task');
    expect(articles()).toHaveLength(12);
    expect(api.asked.slice(asked)).toEqual([{ entity_type: ['task'], after: '12', limit: 100 }]);
  });

  it('begins anew when it is opened by a link', async () => {
    for (let n = 0; n < 12; n++) api.trail.commit(n, { user_id: n });
    await open('/activity');
    await press(screen.getByRole('button', { name: 'Load more' }));

    void TestBed.inject(Router).navigateByUrl('/elsewhere');
    await settle();
    void TestBed.inject(Router).navigateByUrl('/activity');
    await settle();

    expect(articles()).toHaveLength(10);
  });

  it('goes through the activities by j and k, and to the filters by f', async () => {
    for (let n = 0; n < 3; n++) api.trail.commit(n, { user_id: n });
    await open('/activity');
    const [first, second] = screen.getAllByRole('article');

    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first as Element, { key: 'j' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as Element, { key: 'k' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first as Element, { key: 'f' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Type' }));
  });

  it('opens what an activity is about by Enter', async () => {
    const thing = { entity_type: 'project', entity_id: 7, entity_name: 'Apollo' } as const;
    api.trail.commit(1, { ...thing, description: 'Updated project "Apollo"' });
    await open('/activity');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);

    const [article] = screen.getAllByRole('article');
    article?.focus();
    fireEvent.keyDown(article as Element, { key: 'Enter' });

    expect(`${navigate.mock.calls[0]?.[0]}`).toBe('/projects/7');
  });

  it('tells the numbers in words as well, and filters by the type that is pressed', async () => {
    await open('/activity');

    expect(screen.getByText(/activities in the last 7 days/).textContent).toContain('342');
    expect(screen.getByRole('img').ariaLabel).toBe(
      'Activities per day: Yesterday: 142, Today: 200',
    );
    await press(screen.getByRole('button', { name: /Tasks 200/ }));
    expect(url()).toBe('/activity?entity_type=task');
  });
});
