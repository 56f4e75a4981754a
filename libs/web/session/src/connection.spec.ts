import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Connection } from './connection';
import { connectionInterceptor } from './connection-interceptor';

describe('Connection', () => {
  let server: HttpTestingController;
  let connection: Connection;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T15:00:00Z') });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([connectionInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    connection = TestBed.inject(Connection);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const ask = (url = '/api/activities') => {
    TestBed.inject(HttpClient)
      .get(url)
      .subscribe({ error: () => undefined });
    return server.expectOne(url);
  };

  it('remembers when the server last answered', () => {
    expect(connection.lastUpdate()).toBeNull();
    ask().flush({});
    expect(connection.lastUpdate()).toBe(Date.parse('2026-11-23T15:00:00Z'));
  });

  it('notices that the server is gone, and by itself that it is back', () => {
    ask().flush('', { status: 503, statusText: 'Service Unavailable' });
    expect(connection.state()).toBe('unavailable');
    jest.advanceTimersByTime(10_000);
    server.expectOne('/api/setup').error(new ProgressEvent('error'));
    jest.advanceTimersByTime(10_000);
    server.expectOne('/api/setup').flush({ needed: false });
    expect(connection.state()).toBe('live');
    jest.advanceTimersByTime(60_000);
    server.verify();
  });

  it('takes a refusal for an answer', () => {
    ask().flush({}, { status: 404, statusText: 'Not Found' });
    expect(connection.online()).toBe(true);
  });

  it('does not take a mail server that is away for the product', () => {
    const problem = { type: '/problems/mail-failed', status: 503, detail: 'It did not answer' };
    ask().flush(problem, { status: 503, statusText: 'Service Unavailable' });
    expect(connection.online()).toBe(true);
  });

  it('believes the browser that says it is offline', () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(connection.state()).toBe('offline');
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(connection.state()).toBe('live');
  });
});
