import { signal } from '@angular/core';
import type { Me } from '@tidemark/contracts';
import { Connection, SessionStore } from '@tidemark/web/session';
import { Now } from '@tidemark/web/ui';

/** Noon of the day on which the tests' activities happen. */
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

export function aViewer(given: Partial<Me> = {}): Me {
  return {
    id: 1,
    username: 'ana',
    display_name: 'Ana Pereira',
    email: 'ana@example.org',
    role: 'admin',
    time_zone: 'UTC',
    theme: 'system',
    week_start: 1,
    is_lead: false,
    ...given,
  };
}

/** Somebody signed in, online, at noon. */
export function provideViewer(viewer: Me = aViewer()) {
  return [
    {
      provide: SessionStore,
      useValue: { me: signal(viewer), zone: signal(viewer.time_zone) },
    },
    { provide: Connection, useValue: { online: signal(true), state: signal('live') } },
    { provide: Now, useValue: { everyMinute: () => NOON, everySecond: () => NOON } },
  ];
}
