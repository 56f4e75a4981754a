import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Observable, of, Subject, throwError } from 'rxjs';
import { Finding } from './finding';
import type { Pickable, PickSource } from './pickable';

const APOLLO = { id: 1, name: 'Apollo' };
const HERMES = { id: 2, name: 'Hermes' };

const answering = (search: (text: string) => Observable<Pickable[]>): PickSource => ({
  search,
  find: () => of(APOLLO),
});
const all = answering((text) => of([APOLLO, HERMES].filter(({ name }) => name.includes(text))));

const settle = () => jest.advanceTimersByTimeAsync(400);

async function begin(from = all) {
  jest.useFakeTimers();
  const source = signal(from);
  const arrived = jest.fn();
  const finding = TestBed.runInInjectionContext(() => new Finding(source, arrived));
  finding.type('');
  await settle();
  return { finding, source, arrived };
}

afterEach(() => jest.useRealTimers());

describe('finding by a part of the name', () => {
  it('keeps what was found before until the answer is there', async () => {
    const { finding } = await begin();
    expect(finding.choices()).toEqual([APOLLO, HERMES]);
    finding.type('Her');
    TestBed.tick();
    expect(finding.choices()).toEqual([APOLLO, HERMES]);

    await settle();
    expect(finding.choices()).toEqual([HERMES]);
  });

  it('waits with Enter for what fits, and takes nothing that was found before', async () => {
    const { finding, arrived } = await begin();
    finding.type('Her');
    finding.enter();
    TestBed.tick();
    expect([finding.awaited(), arrived.mock.calls]).toEqual([true, []]);

    await settle();
    expect([finding.awaited(), arrived.mock.calls]).toEqual([false, [[HERMES]]]);
  });

  it('takes at once what is there already', async () => {
    const { finding, arrived } = await begin();
    finding.enter();
    TestBed.tick();
    expect(arrived.mock.calls).toEqual([[APOLLO]]);
  });

  it('forgets Enter when more is typed', async () => {
    const { finding, arrived } = await begin();
    finding.type('H');
    finding.enter();
    finding.type('He');
    await settle();
    expect([finding.choices(), arrived.mock.calls]).toEqual([[HERMES], []]);
  });

  it.each([
    ['nothing fits', of([])],
    ['the search fails', throwError(() => new Error('broken'))],
  ])('ends waiting with nothing when %s', async (_, answer) => {
    const { finding, arrived } = await begin(
      answering((text) => (text === '' ? of([APOLLO]) : answer)),
    );
    finding.type('xyz');
    finding.enter();
    await settle();
    expect([finding.awaited(), arrived.mock.calls]).toEqual([false, [[undefined]]]);
  });

  it('takes the answer of the source that it has by then', async () => {
    const late = new Subject<Pickable[]>();
    const { finding, source, arrived } = await begin(answering(() => late));
    finding.type('Her');
    finding.enter();
    await settle();
    source.set(all);
    await settle();
    late.next([APOLLO]);
    await settle();
    expect(arrived.mock.calls).toEqual([[HERMES]]);
  });
});
