import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Now } from '@tidemark/web/ui';
import type { FakeApi } from './fake-api';
import { aPerson, NOON } from './samples';

/** Somebody signed in at a device whose clock stands where `device` says, before a fake server. */
export function provideWork(api: FakeApi, me: Me = aPerson(), device = signal(NOON)) {
  return [
    provideRouter([]),
    api.provide(),
    { provide: SessionStore, useValue: { me: signal(me), zone: signal(me.time_zone) } },
    { provide: Now, useValue: { everySecond: device, everyMinute: device } },
  ];
}
