import { signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { Now } from './now';
import { RelativeTime } from './relative-time';
import { ViewerZone } from './viewer-zone';

describe('RelativeTime', () => {
  it('keeps the instant for machines and counts on with the shared tick', async () => {
    const minute = signal(Date.parse('2026-11-23T15:00:00Z'));
    const { fixture } = await render('<tm-relative-time at="2026-11-23T14:58:00.000Z" />', {
      imports: [RelativeTime],
      providers: [
        { provide: Now, useValue: { everyMinute: minute, everySecond: minute } },
        { provide: ViewerZone, useValue: { name: signal('Europe/Berlin') } },
      ],
    });
    expect(screen.getByText('2m').getAttribute('datetime')).toBe('2026-11-23T14:58:00.000Z');

    minute.set(Date.parse('2026-11-24T15:00:00Z'));
    await fixture.whenStable();
    expect(screen.getByText('Yesterday 15:58')).toBeTruthy();
  });

  it('shows the exact time in the viewer’s zone when it gets the focus', async () => {
    const at = signal(Date.parse('2026-11-23T15:00:00Z'));
    await render('<tm-relative-time at="2026-11-23T14:58:00.000Z" />', {
      imports: [RelativeTime],
      providers: [
        { provide: Now, useValue: { everyMinute: at, everySecond: at } },
        { provide: ViewerZone, useValue: { name: signal('Asia/Kathmandu') } },
      ],
    });
    const time = screen.getByText('2m');
    time.focus();
    expect(document.querySelector('.tm-tooltip')?.textContent).toBe(
      'Mon 23 Nov 2026, 20:43:00 (Asia/Kathmandu, UTC+05:45)',
    );
  });
});
