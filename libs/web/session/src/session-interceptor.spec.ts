import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ProblemCode } from '@tidemark/contracts';
import { RouterTestingHarness } from '@angular/router/testing';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';
import { ANA, sessionOf } from './testing/people';

@Component({ selector: 'tm-blank', template: '' })
class Blank {}

/** Lets promises of the session settle. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

const bearer = ({ request }: TestRequest) => request.headers.get('Authorization');

function refuse(request: TestRequest, code: ProblemCode): void {
  const body = { type: `/problems/${code}`, title: code, status: 401, detail: '.', instance: 'r' };
  request.flush(body, { status: 401, statusText: 'Unauthorized' });
}

describe('the session on requests', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let session: SessionStore;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Blank }]),
      ],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    session = TestBed.inject(SessionStore);
    await (await RouterTestingHarness.create()).navigateByUrl('/tasks?status=todo');
    void session.signIn({ username: 'ana', password: 'secret' });
    server.expectOne('/api/auth/login').flush(sessionOf(ANA, 'first'));
    await settle();
  });

  afterEach(() => {
    jest.restoreAllMocks();
    server.verify();
  });

  const get = (url: string) => {
    const seen: unknown[] = [];
    http
      .get(url)
      .subscribe({ next: (body) => seen.push(body), error: (error) => seen.push(error) });
    return seen;
  };

  it('renews an expired token once for all who notice, and repeats what they asked', async () => {
    const answers = ['/api/a', '/api/b', '/api/c'].map(get);
    for (const request of server.match(() => true)) {
      expect(bearer(request)).toBe('Bearer first');
      refuse(request, 'token-expired');
    }
    server.expectOne('/api/auth/refresh').flush(sessionOf(ANA, 'second'));
    await settle();
    for (const request of server.match(() => true)) {
      expect(bearer(request)).toBe('Bearer second');
      request.flush({ from: request.request.url });
    }
    expect(answers).toEqual([[{ from: '/api/a' }], [{ from: '/api/b' }], [{ from: '/api/c' }]]);
  });

  it('does not renew again for one who notices late', async () => {
    get('/api/slow');
    get('/api/quick');
    const [slow, quick] = server.match(() => true) as [TestRequest, TestRequest];
    refuse(quick, 'token-expired');
    server.expectOne('/api/auth/refresh').flush(sessionOf(ANA, 'second'));
    await settle();
    refuse(slow, 'token-expired');
    await settle();
    expect(server.match(() => true).map(bearer)).toEqual(['Bearer second', 'Bearer second']);
  });

  it('renews a token that is about to expire before using it', async () => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 590_000);
    const answer = get('/api/a');
    server.expectOne('/api/auth/refresh').flush(sessionOf(ANA, 'second'));
    await settle();
    const request = server.expectOne('/api/a');
    expect(bearer(request)).toBe('Bearer second');
    request.flush('ok');
    expect(answer).toEqual(['ok']);
  });

  it('goes to the sign-in page when the session is over, and remembers where it was', async () => {
    const answer = get('/api/a');
    refuse(server.expectOne('/api/a'), 'token-expired');
    refuse(server.expectOne('/api/auth/refresh'), 'refresh-reused');
    await settle();
    expect(session.me()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in?next=%2Ftasks%3Fstatus%3Dtodo');
    expect(answer).toEqual([expect.objectContaining({ status: 401 })]);
  });

  it('ends the session, instead of going round, when even a new token is refused', async () => {
    get('/api/a');
    refuse(server.expectOne('/api/a'), 'unauthenticated');
    server.expectOne('/api/auth/refresh').flush(sessionOf(ANA, 'second'));
    await settle();
    refuse(server.expectOne('/api/a'), 'unauthenticated');
    await settle();
    expect(session.me()).toBeNull();
  });

  it('stays signed in when the server does not answer the renewal', async () => {
    const answer = get('/api/a');
    refuse(server.expectOne('/api/a'), 'token-expired');
    server.expectOne('/api/auth/refresh').error(new ProgressEvent('error'));
    await settle();
    expect(session.me()).toEqual(ANA);
    expect(answer).toEqual([expect.objectContaining({ status: 0 })]);
  });

  it('leaves refusals alone that no new token would change', () => {
    const answer = get('/api/me/password');
    refuse(server.expectOne('/api/me/password'), 'invalid-credentials');
    expect(answer).toEqual([expect.objectContaining({ status: 401 })]);
    expect(session.me()).toEqual(ANA);
  });

  it('never gives the token to another server', () => {
    get('https://elsewhere.example/api/a');
    get('//elsewhere.example/api/a');
    expect(server.match(() => true).map(bearer)).toEqual([null, null]);
  });
});
