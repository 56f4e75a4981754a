import { Location } from '@angular/common';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me, Problem } from '@tidemark/contracts';
import { toProblem } from '@tidemark/web/ui';
import { allow, nextUrl, signedIn, signedOut } from './guards';
import { SessionStore } from './session-store';
import { ANA, BEN } from './testing/people';

@Component({ selector: 'tm-page', template: 'page' })
class Page {}
@Component({ selector: 'tm-missing', template: 'missing' })
class Missing {}

async function visit(url: string, me: Me | null, unreachable: Problem | null = null) {
  const session = {
    me: signal(me),
    unreachable: signal(unreachable),
    restored: () => Promise.resolve(),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: SessionStore, useValue: session },
      provideRouter([
        { path: 'sign-in', component: Page, canActivate: [signedOut] },
        {
          path: '',
          canActivate: [signedIn],
          children: [
            { path: '', pathMatch: 'full', component: Page },
            { path: 'tasks', component: Page },
            { path: 'people', component: Page, canActivate: [allow('admin', 'auditor')] },
            { path: 'clients', component: Page, canActivate: [allow('admin', 'lead')] },
            { path: '**', component: Missing },
          ],
        },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url).catch(() => undefined);
  return {
    url: TestBed.inject(Location).path() || '/',
    text: harness.routeNativeElement?.textContent ?? '',
  };
}

describe('the guards', () => {
  it('send strangers to the sign-in page and keep where they were going', async () => {
    expect((await visit('/tasks?status=todo', null)).url).toBe(
      '/sign-in?next=%2Ftasks%3Fstatus%3Dtodo',
    );
  });

  it('do not make a fuss of the front page', async () => {
    expect((await visit('/', null)).url).toBe('/sign-in');
  });

  it('send people who are signed in on to where they were going', async () => {
    expect((await visit('/sign-in?next=%2Ftasks', ANA)).url).toBe('/tasks');
    TestBed.resetTestingModule();
    expect((await visit('/sign-in', ANA)).url).toBe('/');
  });

  it('let nobody in, and send nobody away, while the server does not answer', async () => {
    expect((await visit('/tasks', null, toProblem(undefined))).text).toBe('');
  });

  it('show the missing page, at the same address, to who may not see a page', async () => {
    expect(await visit('/people', BEN)).toEqual({ url: '/people', text: 'missing' });
    TestBed.resetTestingModule();
    expect(await visit('/people', ANA)).toEqual({ url: '/people', text: 'page' });
  });

  it('know leads from members', async () => {
    expect((await visit('/clients', BEN)).text).toBe('missing');
    TestBed.resetTestingModule();
    expect((await visit('/clients', { ...BEN, is_lead: true })).text).toBe('page');
  });
});

describe('the way back after signing in', () => {
  it.each([
    ['/tasks?status=todo', '/tasks?status=todo'],
    [null, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?next=%2Fsign-in', '/'],
  ])('for %j is %s', (next, expected) => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    expect(nextUrl(TestBed.inject(Router), next).toString()).toBe(expected);
  });
});
