import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ViewerZone } from '@tidemark/web/ui';
import { sessionInterceptor } from './session-interceptor';
import { sessionMark } from './session-mark';
import { SessionStore } from './session-store';
import { SessionTabs } from './session-tabs';
import { ANA, BEN, sessionOf } from './testing/people';

@Component({ selector: 'tm-blank', template: '' })
class Blank {}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const UNAUTHORIZED = { status: 401, statusText: 'Unauthorized' };

describe('SessionStore', () => {
  let server: HttpTestingController;
  let session: SessionStore;
  let otherTab: SessionTabs;

  beforeEach(async () => {
    localStorage.clear();
    sessionMark.set();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Blank }]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    session = TestBed.inject(SessionStore);
    otherTab = TestBed.runInInjectionContext(() => new SessionTabs());
    await (await RouterTestingHarness.create()).navigateByUrl('/projects/7');
  });

  afterEach(() => server.verify());

  async function restoreAs(person = ANA): Promise<void> {
    const restored = session.restored();
    server.expectOne('/api/auth/refresh').flush(sessionOf(person, 'token'));
    await restored;
  }

  it('comes back by the cookie after a reload, asking once', async () => {
    void session.restored();
    await restoreAs(ANA);
    expect(session.me()).toEqual(ANA);
    expect(session.unreachable()).toBeNull();
  });

  it('takes no cookie for nobody signed in, not for an error', async () => {
    const restored = session.restored();
    server.expectOne('/api/auth/refresh').flush({}, UNAUTHORIZED);
    await restored;
    expect([session.me(), session.unreachable()]).toEqual([null, null]);
  });

  it('asks nobody where nobody has signed in', async () => {
    sessionMark.remove();
    await session.restored();
    server.expectNone('/api/auth/refresh');
    expect([session.me(), session.unreachable()]).toEqual([null, null]);
  });

  it('asks after signing in, and no more after signing out', async () => {
    sessionMark.remove();
    const signedIn = session.signIn({ username: 'ana', password: 'secret' });
    server.expectOne('/api/auth/login').flush(sessionOf(ANA, 'token'));
    await signedIn;
    expect(sessionMark.isSet()).toBe(true);

    const out = session.signOut();
    server.expectOne('/api/auth/logout').flush(null);
    await out;
    expect(sessionMark.isSet()).toBe(false);
  });

  it('asks no more once the cookie was refused, but again after a server that was silent', async () => {
    const restored = session.restored();
    server.expectOne('/api/auth/refresh').flush('', { status: 503, statusText: 'Unavailable' });
    await restored;
    expect(sessionMark.isSet()).toBe(true);

    const again = session.retry();
    server.expectOne('/api/auth/refresh').flush({}, UNAUTHORIZED);
    await again;
    expect(sessionMark.isSet()).toBe(false);
  });

  it('does not take a silent server for nobody signed in, and can ask again', async () => {
    const restored = session.restored();
    server
      .expectOne('/api/auth/refresh')
      .flush('', { status: 503, statusText: 'Service Unavailable' });
    await restored;
    expect(session.unreachable()?.status).toBe(503);

    const again = session.retry();
    server.expectOne('/api/auth/refresh').flush(sessionOf(ANA, 'token'));
    await again;
    expect([session.me()?.id, session.unreachable()]).toEqual([1, null]);
  });

  it('shows times in the zone and the theme of the person', async () => {
    await restoreAs({ ...ANA, time_zone: 'Asia/Kathmandu', theme: 'dark' });
    TestBed.tick();
    expect(session.zone()).toBe('Asia/Kathmandu');
    expect(TestBed.inject(ViewerZone).name()).toBe('Asia/Kathmandu');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('tidemark.theme')).toBe('dark');
  });

  it('signs out here and in the other tabs', async () => {
    await restoreAs();
    const heard: unknown[] = [];
    otherTab.news.subscribe((news) => heard.push(news));
    const out = session.signOut();
    server.expectOne('/api/auth/logout').flush(null);
    await out;
    expect(session.me()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
    expect(heard).toEqual([{ kind: 'signed-out' }]);
  });

  it('does not pretend to have signed out when the server was not reached', async () => {
    await restoreAs();
    const out = session.signOut();
    server.expectOne('/api/auth/logout').error(new ProgressEvent('error'));
    await expect(out).rejects.toMatchObject({ status: 0 });
    expect(session.me()).toEqual(ANA);
  });

  it('follows a sign-out in another tab, and keeps the way back', async () => {
    await restoreAs();
    otherTab.tell({ kind: 'signed-out' });
    await settle();
    expect(session.me()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in?next=%2Fprojects%2F7');
  });

  it('takes over what another tab changed, for the same person only', async () => {
    await restoreAs();
    otherTab.tell({ kind: 'changed', me: { ...BEN, theme: 'dark' } });
    expect(session.me()).toEqual(ANA);
    otherTab.tell({ kind: 'changed', me: { ...ANA, theme: 'dark' } });
    expect(session.me()?.theme).toBe('dark');
  });
});
