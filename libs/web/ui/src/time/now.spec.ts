import { TestBed } from '@angular/core/testing';
import { Now } from './now';

describe('Now', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-23T15:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('ticks for everybody by one timer, and only once somebody looks', () => {
    const now = TestBed.inject(Now);
    expect(jest.getTimerCount()).toBe(0);
    const before = now.everySecond();
    now.everySecond();
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(3000);
    expect(now.everySecond() - before).toBe(3000);
  });

  it('is right at once when the tab comes back', () => {
    const now = TestBed.inject(Now);
    const before = now.everyMinute();
    jest.setSystemTime(before + 20_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(now.everyMinute() - before).toBe(20_000);
  });

  it('stops with the application', () => {
    TestBed.inject(Now).everySecond();
    TestBed.resetTestingModule();
    expect(jest.getTimerCount()).toBe(0);
  });
});
