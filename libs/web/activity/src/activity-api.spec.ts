import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivityApi } from './activity-api';

/** The address that the request went to. */
function askedFor(ask: (api: ActivityApi) => void): string {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  ask(TestBed.inject(ActivityApi));
  return TestBed.inject(HttpTestingController).expectOne(() => true).request.urlWithParams;
}

describe('ActivityApi', () => {
  it('sends lists with commas, and nothing that says nothing', () => {
    const url = askedFor((api) =>
      api
        .list(
          { entity_type: ['task', 'project'], action: [], q: '', user_id: undefined },
          { limit: 10 },
        )
        .subscribe(),
    );

    expect(decodeURIComponent(url)).toBe('/api/activities?entity_type=task,project&limit=10');
  });

  it('passes cursors on as they are', () => {
    const url = askedFor((api) => api.list({}, { before: 'a+b/c=', limit: 10 }).subscribe());

    expect(new URL(url, 'http://host').searchParams.get('before')).toBe('a+b/c=');
  });

  it('asks for the numbers of some days', () => {
    expect(askedFor((api) => api.stats(30).subscribe())).toBe('/api/activities/stats?days=30');
  });
});
