import { usernameFrom } from './username-from';

describe('a suggested username', () => {
  it.each([
    ['Ana Pereira', 'ana.pereira'],
    ['Ana María Peréira-López', 'ana.lopez'],
    ['Łukasz', 'ukasz'],
    ['Jürgen Groß', 'jurgen.gro'],
    ['Ben', 'ben'],
    ['  ', ''],
    ['山田太郎', ''],
  ])('for %j is %j', (name, expected) => {
    expect(usernameFrom(name)).toBe(expected);
  });
});
