import { initialsOf } from './avatar';

describe('initials', () => {
  it.each([
    ['Ana Pereira', 'AP'],
    ['ana', 'A'],
    ['Juan de la Cruz', 'JC'],
    ['Łukasz Żak', 'ŁŻ'],
    ['山田 太郎', '山太'],
    ['(Ben) "B" Kaya', 'BK'],
    ['Deleted User 7f3a', 'D7'],
    ['  ', '?'],
    ['🙂', '?'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
