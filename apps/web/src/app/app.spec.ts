import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import { connectionInterceptor, sessionInterceptor, signedIn } from '@tidemark/web/session';
import { App } from './app';

@Component({ selector: 'tm-today', template: 'today' })
class Today {}
@Component({ selector: 'tm-entrance-page', template: 'entrance' })
class EntrancePage {}

const SESSION = {
  access_token: 'token',
  expires_in: 600,
  user: { id: 1, display_name: 'Ana', role: 'admin', time_zone: 'UTC', theme: 'system' },
};
const AWAY = { status: 503, statusText: 'Service Unavailable' };

async function open() {
  localStorage.setItem('tidemark.session', 'on');
  await render(App, {
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor, connectionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', component: EntrancePage },
        { path: '', component: Today, canActivate: [signedIn] },
      ]),
    ],
  });
  TestBed.inject(Router).initialNavigation();
  await settle();
  return TestBed.inject(HttpTestingController);
}

const settle = (ms = 10) => jest.advanceTimersByTimeAsync(ms);

describe('the app, when the server does not answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says so instead of asking people to sign in, and comes back by itself', async () => {
    const server = await open();
    server.expectOne('/api/auth/refresh').flush('', AWAY);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Tidemark cannot be reached');
    expect(screen.queryByText('entrance')).toBeNull();

    await settle(10_000);
    server.expectOne('/api/setup').flush({ needed: false });
    await settle();
    server.expectOne('/api/auth/refresh').flush(SESSION);
    await settle();
    expect(screen.getByText('today')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tries again when it is told to', async () => {
    const server = await open();
    server.expectOne('/api/auth/refresh').flush('', AWAY);
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    server.expectOne('/api/auth/refresh').flush(SESSION);
    await settle();
    expect(screen.getByText('today')).toBeTruthy();
  });
});
