import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { sessionInterceptor, SessionStore } from '@tidemark/web/session';
import type { Me } from '@tidemark/contracts';
import { waitFor } from '@testing-library/angular';
import { SESSION } from './people';

@Component({ selector: 'tm-elsewhere', template: 'elsewhere' })
class Elsewhere {}

/** Opens an address of the given routes, signed in as `me` or not at all. */
export async function visit(url: string, routes: Routes, me: Me | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([...routes, { path: '**', component: Elsewhere }], withComponentInputBinding()),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  if (me) {
    const signedIn = TestBed.inject(SessionStore).signIn({ username: 'x', password: 'x' });
    server.expectOne('/api/auth/login').flush({ ...SESSION, user: me });
    await signedIn;
  }
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return { server, harness, expectRequest: (match: string) => expectRequest(server, match) };
}

/** Waits for a request such as "GET /api/users?limit=25". */
async function expectRequest(server: HttpTestingController, match: string): Promise<TestRequest> {
  let found: TestRequest | undefined;
  await waitFor(() => {
    found ??= server.match(({ method, urlWithParams }) =>
      `${method} ${urlWithParams}`.startsWith(match),
    )[0];
    expect(found).toBeDefined();
  });
  return found as TestRequest;
}
