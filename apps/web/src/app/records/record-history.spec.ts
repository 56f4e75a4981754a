import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { ActivityPage, ActivityView, Role } from '@tidemark/contracts';
import { Connection, SessionStore } from '@tidemark/web/session';
import { RecordHistory } from './record-history';

const settle = (ms = 300) => jest.advanceTimersByTimeAsync(ms);
const row = (given: Partial<ActivityView> = {}): ActivityView => ({
  ...{ id: 1, user_id: 2, username: 'ben', display_name: 'Ben Kaya', source: 'person' },
  ...{ action: 'deleted', entity_type: 'task', entity_id: 5, entity_name: 'Rate limits' },
  ...{ project_id: 3, description: 'Deleted task "Rate limits"', extra_data: {}, changes: [] },
  ...{ created_at: '2026-11-23T09:00:00.000Z', batch_id: null },
  ...given,
});
const page = (activities: ActivityView[]): ActivityPage => ({
  ...{ activities, total: activities.length, pages: 1, current_page: 1 },
  ...{ has_next: false, has_prev: false, next_cursor: null, newest_cursor: 'x' },
});

/** Answers every question about activities with these rows; gives back what was asked. */
async function show(inputs: object, rows: ActivityView[], role: Role = 'admin'): Promise<string[]> {
  jest.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
  const me = { id: 1, role, time_zone: 'UTC' };
  await render(RecordHistory, {
    inputs: {
      ...{ entityType: 'task', entityId: 5, kind: 'task', tab: 'activity', isMissing: false },
      ...inputs,
    } as never,
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: SessionStore, useValue: { me: signal(me), zone: signal('UTC') } },
      { provide: Connection, useValue: { online: signal(true), state: signal('live') } },
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const asked: string[] = [];
  for (let round = 0; round < 3; round++) {
    await settle();
    for (const request of server.match(({ url }) => url === '/api/activities')) {
      asked.push(request.request.params.toString());
      request.flush(page(rows));
    }
  }
  await settle();
  return asked;
}

afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('the history of a record', () => {
  it('is the feed of that thing alone', async () => {
    const asked = await show({}, [row({ action: 'updated', description: 'Updated task' })]);

    expect(asked).toEqual(['entity_type=task&entity_id=5&limit=25']);
    expect(screen.getByRole('heading', { name: 'Activity of this task' })).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
  });

  it('of a project is all that happens in it', async () => {
    const asked = await show({ entityType: 'project', kind: 'project' }, []);

    expect(asked).toEqual(['project_id=5&limit=25']);
    expect(screen.getByRole('heading', { name: 'Activity of this project' })).toBeTruthy();
  });

  it('of a project that is gone is about the project', async () => {
    const gone = { entityType: 'project', kind: 'project', isMissing: true };
    const asked = await show(gone, [row({ entity_type: 'project', entity_name: 'Apollo' })]);

    expect(asked).toEqual([
      'entity_type=project&entity_id=5&limit=1',
      'entity_type=project&entity_id=5&limit=25',
    ]);
    expect(screen.getByRole('heading', { level: 1 }).querySelector('s')?.textContent).toBe(
      'Apollo',
    );
  });

  it('outlives the thing, under its last name', async () => {
    await show({ isMissing: true }, [row()]);

    const name = screen.getByRole('heading', { level: 1 });
    expect(name.querySelector('s')?.textContent).toBe('Rate limits');
    expect(screen.getByText('Deleted')).toBeTruthy();
    expect(screen.getByRole('article').textContent).toContain('deleted task');
  });

  it('calls nothing deleted that is only hidden', async () => {
    await show({ isMissing: true }, [row({ action: 'created' })], 'member');

    expect(screen.getByRole('heading', { level: 1 }).querySelector('s')).toBeNull();
    expect(screen.getByText(/You may not see this task itself/)).toBeTruthy();
  });

  it('says that there is no such thing where nothing is known of it', async () => {
    await show({ isMissing: true }, []);

    expect(screen.getByText('There is no such task')).toBeTruthy();
    expect(screen.queryByRole('feed')).toBeNull();
  });

  it.each([NaN, 0, 2_147_483_648, 1.5])(
    'says the same of what can be no id: %s',
    async (entityId) => {
      expect(await show({ isMissing: true, entityId }, [row()])).toEqual([]);
      expect(screen.getByText('There is no such task')).toBeTruthy();
    },
  );

  it('tells members why it is empty', async () => {
    await show({}, [], 'member');
    expect(
      screen.getByText('Only administrators and auditors see what others did here.'),
    ).toBeTruthy();
  });

  it.each([
    ['activity', 'What this person did', 'user_id=5&limit=25'],
    ['account', 'What was done to this account', 'entity_type=user&entity_id=5&limit=25'],
  ])('is of a person on “%s”: %s', async (tab, heading, query) => {
    const asked = await show({ entityType: 'user', kind: 'person', tab }, []);

    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
    expect(asked).toEqual([query]);
  });
});
