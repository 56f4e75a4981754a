import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { delay, of, throwError } from 'rxjs';
import { loaded } from '../lists/loaded';
import { FAKE_HISTORY } from '../testing/fake-history';
import { RecordPage } from './record-page';

const refusal = (status: number, code: string) =>
  new HttpErrorResponse({
    status,
    error: { type: `/problems/${code}`, title: code, status, detail: `Refused: ${code}` },
  });

let refused: HttpErrorResponse | null;
const changed = signal(0);
const DETAILS = [{ name: 'details', label: 'Details' }];
const tabs = signal(DETAILS);

@Component({
  selector: 'tm-host',
  imports: [RecordPage],
  template: `
    <tm-record-page
      entityType="task"
      kind="task"
      icon="task"
      [entityId]="5"
      [list]="{ label: 'Tasks', link: '/tasks' }"
      [loaded]="loaded"
      [name]="loaded.value() ?? ''"
      [tabs]="tabs()"
      [details]="details"
      [changes]="changed()"
    />
    <ng-template #details let-tab>What it is: {{ tab }}</ng-template>
  `,
})
class Host {
  readonly tabs = tabs;
  readonly changed = changed;
  readonly loaded = loaded(
    () => ({ version: changed() }),
    () => (refused ? throwError(() => refused) : of('Rate limits').pipe(delay(0))),
  );
}

async function open(url = '/', providers: unknown[] = [FAKE_HISTORY]) {
  const view = await render(Host, { providers: [provideRouter([]), ...(providers as [])] });
  await TestBed.inject(Router)
    .navigateByUrl(url)
    .catch(() => false);
  await settle(view);
  return view;
}

async function settle({ fixture }: { fixture: { whenStable(): Promise<unknown> } }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
}

const text = () => document.body.textContent?.replace(/\s+/g, ' ');

beforeEach(() => {
  refused = null;
  changed.set(0);
  tabs.set(DETAILS);
});

describe('the page of a record', () => {
  it('shows the details first, and the history on a tab in the address', async () => {
    const view = await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Rate limits' })).toBeTruthy();
    expect(text()).toContain('What it is');
    expect(text()).not.toContain('History of');

    fireEvent.click(screen.getByRole('tab', { name: 'Activity' }));
    await settle(view);
    expect(TestBed.inject(Router).url).toBe('/?tab=activity');
    expect(text()).toContain('History of task 5: activity, with it');
    expect(text()).not.toContain('What it is');
  });

  it('has tabs of its own before the history, the first without a name in the address', async () => {
    tabs.set([
      { name: 'overview', label: 'Overview' },
      { name: 'people', label: 'People' },
    ]);
    const view = await open('/?tab=people');
    expect(text()).toContain('What it is: people');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Overview',
      'People',
      'Activity',
    ]);

    fireEvent.click(screen.getByRole('tab', { name: 'Overview' }));
    await settle(view);
    expect(TestBed.inject(Router).url).toBe('/');
    expect(text()).toContain('What it is: overview');
  });

  it('opens at the history from a link', async () => {
    await open('/?tab=activity');
    expect(text()).toContain('History of task 5: activity, with it');
  });

  it('opens at the details where the link names a tab that is not there', async () => {
    await open('/?tab=nonsense');
    expect(text()).toContain('What it is');
  });

  it.each([
    [404, 'not-found'],
    [403, 'forbidden'],
  ])('leaves the history alone where the record is refused with %i', async (status, code) => {
    refused = refusal(status, code);
    await open();
    expect(text()).toContain('History of task 5: activity, alone');
    expect(screen.queryByRole('tab')).toBeNull();
    expect(screen.getByRole('link', { name: 'Tasks' })).toBeTruthy();
  });

  it('leaves the history alone when the record is deleted while one looks at it', async () => {
    const view = await open();
    refused = refusal(404, 'not-found');
    changed.set(1);
    await settle(view);
    expect(text()).toContain('alone');
    expect(screen.queryByText('Rate limits')).toBeNull();
  });

  it('takes no failure for a deletion, and comes back by a retry', async () => {
    refused = refusal(503, 'database-unavailable');
    const view = await open();
    expect(screen.getByText('The task could not be loaded')).toBeTruthy();
    expect(text()).not.toContain('alone');

    refused = null;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle(view);
    expect(text()).toContain('What it is');
  });

  it('has no history where nobody has bound one', async () => {
    await open('/?tab=activity', []);
    expect(screen.queryByRole('tab', { name: 'Activity' })).toBeNull();
    expect(text()).toContain('What it is');
  });
});
