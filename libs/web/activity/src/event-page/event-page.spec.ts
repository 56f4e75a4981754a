import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, within } from '@testing-library/angular';
import type { ActivityView, Me } from '@tidemark/contracts';
import { ActivityApi } from '../activity-api';
import { aViewer, NOON, provideViewer } from '../testing/a-viewer';
import { FakeApi, STRANGER } from '../testing/fake-api';
import { ago } from './ago';
import { EventPage } from './event-page';

let api: FakeApi;

const settle = (ms = 50) => jest.advanceTimersByTimeAsync(ms);
const url = () => decodeURIComponent(TestBed.inject(Location).path());
const heading = () => screen.getByRole('heading', { level: 1 }).textContent?.trim();
const fact = (name: string) => {
  const details = screen.getByRole('region', { name: 'Details' });
  const term = within(details).queryByText(name, { selector: 'dt' });
  return term?.nextElementSibling?.textContent?.replace(/\s+/g, ' ').trim();
};

async function open(path: string, viewer: Me = aViewer()): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'activity/:id', component: EventPage }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideViewer(viewer),
      { provide: ActivityApi, useValue: api },
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(path);
  await settle();
}

/** Three updates of tasks with one of a project between them. */
function commitSome(): void {
  const named = (entity_name: string): Partial<ActivityView> => ({
    entity_name,
    description: `Updated task "${entity_name}"`,
  });
  api.trail.commit(1, named('First'));
  api.trail.commit(2, named('Second'));
  api.trail.commit(3, { ...named('Between'), entity_type: 'project' });
  api.trail.commit(4, named('Third'));
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  api = new FakeApi();
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('the page of an activity', () => {
  it('says who did what, when exactly and how long ago, and where it came from', async () => {
    api.trail.commit(1, {
      ...{ action: 'archived', entity_type: 'project', entity_id: 7, entity_name: 'Apollo' },
      ...{ description: 'Archived project "Apollo": quiet months' },
      extra_data: { reason: 'quiet months' },
      ...{ ip_address: '203.0.113.7', user_agent: 'Firefox', request_id: 'req-1' },
    });
    await open('/activity/1');

    expect(heading()).toBe('Ana Pereira archived project Apollo');
    expect(screen.getByText(/Mon 23 Nov 2026, 09:00:01 \(UTC, UTC\+00:00\)/)).toBeTruthy();
    expect(screen.getByText('2 hours ago')).toBeTruthy();
    expect(screen.getByText('Reason').parentElement?.textContent).toContain('quiet months');
    expect(['Address', 'Browser', 'Request'].map(fact)).toEqual([
      ...['203.0.113.7', 'Firefox', expect.stringContaining('req-1')],
    ]);
    expect(
      screen.getByRole('link', { name: 'Activity of this project' }).getAttribute('href'),
    ).toBe('/projects/7?tab=activity');
  });

  it('shows no place for what the viewer was not told', async () => {
    api.trail.commit(1);
    await open('/activity/1', aViewer({ role: 'member' }));

    expect(['Address', 'Browser', 'Request'].map(fact)).toEqual([undefined, undefined, undefined]);
  });

  it('puts before beside after, in full, and marks what is confidential', async () => {
    const long = 'Orders of the dealers, who send spreadsheets today, all of them, and always will';
    api.trail.commit(1, {
      changes: [
        { field: 'description', from: '', to: long },
        { field: 'hourly_rate', from: '80.00', to: '95.00', confidential: true },
      ],
    });
    await open('/activity/1');

    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('del, .before .faint')?.textContent)).toEqual([
      ...['none', '80.00'],
    ]);
    expect(rows.map((row) => row.querySelector('ins')?.textContent)).toEqual([long, '95.00']);
    expect(rows.map((row) => row.textContent?.includes('Confidential'))).toEqual([false, true]);
  });

  it('says what else was recorded once, and by names', async () => {
    api.trail.commit(1, {
      ...{ entity_type: 'time_entry', action: 'deleted', project_id: 7 },
      description: 'Deleted time entry for Apollo - 1:30',
      extra_data: {
        ...{ project_name: 'Apollo', client_name: 'Acme', duration_formatted: '1:30' },
        ...{ duration_hours: 1.5, task_name: null },
      },
    });
    await open('/activity/1');

    expect([fact('Client'), fact('Duration'), fact('Task')]).toEqual(['Acme', '1:30', undefined]);
    expect(screen.getAllByText('Duration', { selector: 'dt' })).toHaveLength(1);
    expect(screen.getAllByText('Project', { selector: 'dt' })).toHaveLength(1);
  });

  it('says of a payment that was taken back which it was, in words', async () => {
    api.trail.commit(1, {
      ...{ entity_type: 'invoice', action: 'updated', entity_name: '2026-0005' },
      description: 'Updated invoice 2026-0005',
      extra_data: {
        ...{ reason: 'Bounced', amount_reversed: '100.00', payment_id: 3, balance: '238.00' },
        ...{ payment_method: 'bank_transfer', paid_on: '2026-11-20' },
      },
    });
    await open('/activity/1');

    const facts = ['Amount reversed', 'Payment', 'Balance', 'Payment method', 'Paid on'];
    expect(facts.map(fact)).toEqual(['100.00', '#3', '238.00', 'Bank transfer', '20 Nov 2026']);
    expect(screen.getByText('Reason').parentElement?.textContent).toContain('Bounced');
  });

  it('goes to the newer and the older within the filter that came along', async () => {
    commitSome();
    await open('/activity/2?entity_type=task');
    expect(api.found.at(-1)).toEqual([2, { entity_type: ['task'] }]);

    fireEvent.click(screen.getByRole('link', { name: 'Newer' }));
    await settle();
    expect(url()).toBe('/activity/4?entity_type=task');
    expect(heading()).toBe('Ana Pereira updated task Third');
    expect(screen.getByText('Newer').closest('a')?.hasAttribute('href')).toBe(false);
    expect(screen.getByRole('link', { name: 'Filtered activity' }).getAttribute('href')).toBe(
      '/activity?entity_type=task',
    );
  });

  it('goes by j and k, and stays at the ends', async () => {
    commitSome();
    await open('/activity/4');

    fireEvent.keyDown(document.body, { key: 'j' });
    await settle();
    expect(url()).toBe('/activity/3');
    fireEvent.keyDown(document.body, { key: 'k' });
    await settle();
    fireEvent.keyDown(document.body, { key: 'k' });
    await settle();
    expect(url()).toBe('/activity/4');
  });

  it('is told to others without the filter', async () => {
    commitSome();
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    await open('/activity/2?entity_type=task');
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy JSON', hidden: true }));
    await settle();

    expect(copied[0]).toBe('http://localhost/activity/2');
    expect(JSON.parse(copied[1] ?? '')).toEqual(api.trail.all().find(({ id }) => id === 2));
  });

  it('opens for those who may not have the filter that a link carries', async () => {
    commitSome();
    await open(`/activity/2?user_id=${STRANGER}`);

    expect(url()).toBe('/activity/2');
    expect(heading()).toBe('Ana Pereira updated task Second');
  });

  it('does not say whether a hidden one exists', async () => {
    await open('/activity/12');

    expect(screen.getByText('There is no such activity, or you may not see it')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('comes back by a retry', async () => {
    commitSome();
    api.isDown = true;
    await open('/activity/2');
    expect(screen.getByText('The activity could not be loaded')).toBeTruthy();

    api.isDown = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(heading()).toBe('Ana Pereira updated task Second');
  });

  it('leads to what was changed with it', async () => {
    const batch_id = '0e3f9d6c-8c2b-4c5e-9a35-2f6f5d1b7a10';
    api.trail.commit(1, { batch_id });
    await open('/activity/1');

    const link = screen.getByRole('link', { name: 'Everything changed with it' });
    expect(link.getAttribute('href')).toBe(`/activity?batch_id=${batch_id}`);
  });
});

describe('ago', () => {
  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [7_199, '1 hour ago'],
    [86_400, 'yesterday'],
    [16 * 86_400, '16 days ago'],
    [400 * 86_400, 'last year'],
    [-90, 'just now'],
  ])('says of %i seconds: %s', (seconds, words) => {
    expect(ago(new Date(NOON - seconds * 1000).toISOString(), NOON)).toBe(words);
  });
});
