import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, within } from '@testing-library/angular';
import type { CatalogueEntry, Me } from '@tidemark/contracts';
import { ActivityApi } from '../activity-api';
import { aViewer, NOON, provideViewer } from '../testing/a-viewer';
import { FakeApi } from '../testing/fake-api';
import { RecordedPage } from './recorded-page';

let api: FakeApi;

const entry = (given: Partial<CatalogueEntry>): CatalogueEntry => ({
  ...{ entity_type: 'project', action: 'created', last_at: null, last_id: null },
  descriptions: ['Created project "{name}" for {client}'],
  ...given,
});
const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

async function open(path = '/recorded', viewer: Me = aViewer()): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'recorded', component: RecordedPage }]),
      provideViewer(viewer),
      { provide: ActivityApi, useValue: api },
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(path);
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  api = new FakeApi();
  api.catalogued = [
    entry({ last_at: '2026-11-23T11:55:00.000Z', last_id: 42 }),
    entry({ action: 'deleted', descriptions: ['Deleted project "{name}"'] }),
    entry({ entity_type: 'user', action: 'signed_in', descriptions: ['Signed in'] }),
  ];
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('what is recorded', () => {
  it('stands under the kinds of thing, with what differs set apart', async () => {
    await open();
    const projects = within(screen.getByRole('region', { name: 'Projects' }));

    expect(projects.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      ...['Created', 'Deleted'],
    ]);
    const [sentence] = projects.getAllByRole('listitem');
    expect(sentence?.textContent).toContain('Created project "name" for client');
    expect([...(sentence?.querySelectorAll('.blank') ?? [])].map((one) => one.textContent)).toEqual(
      ['name', 'client'],
    );
    expect(screen.getByText('3 kinds of activity')).toBeTruthy();
  });

  it('leads to the last of each, and to all of it', async () => {
    await open();

    expect(screen.getByRole('link', { name: '5m' }).getAttribute('href')).toBe('/activity/42');
    const all = screen.getByRole('link', { name: 'All activity: Projects, deleted' });
    expect(all.getAttribute('href')).toBe('/activity?entity_type=project&action=deleted');
  });

  it('claims only for those who see everything that something never happened', async () => {
    await open();
    expect(screen.getAllByText('Not yet')).toHaveLength(2);

    TestBed.resetTestingModule();
    await open('/recorded', aViewer({ role: 'member' }));
    expect(screen.getAllByText('Not seen yet')).toHaveLength(2);
  });

  it('finds by all words of the search, and says when there is nothing', async () => {
    await open();
    const search = screen.getByRole('searchbox', { name: 'Search what is recorded' });
    fireEvent.input(search, { target: { value: 'deleted project' } });
    await settle();
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Deleted',
    ]);

    fireEvent.input(search, { target: { value: 'lighthouse' } });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    await settle();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(3);
  });

  it('comes back by a retry', async () => {
    api.isDown = true;
    await open();
    api.isDown = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(screen.getByRole('region', { name: 'People' })).toBeTruthy();
  });
});
