import { TestScheduler } from 'rxjs/testing';
import { announcements } from './announcements';

describe('announcements', () => {
  it('says each arrival once, and nothing more often than every ten seconds', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
      ({ hot, expectObservable }) => {
        const arrived = hot('a 20s b 1s c 1s d 20s d 20s e', { a: 0, b: 1, c: 3, d: 4, e: 6 });

        expectObservable(announcements(arrived)).toBe('- 20s a 9999ms b 32003ms c', {
          a: '1 new activity',
          b: '3 new activities',
          c: '2 new activities',
        });
      },
    );
  });

  it('starts the count again with a new list', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
      ({ hot, expectObservable }) => {
        const arrived = hot('a 20s b 20s c', { a: 5, b: 0, c: 1 });

        expectObservable(announcements(arrived)).toBe('a 20s - 20s b', {
          a: '5 new activities',
          b: '1 new activity',
        });
      },
    );
  });
});
