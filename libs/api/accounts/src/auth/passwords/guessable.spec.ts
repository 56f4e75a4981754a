import { isGuessable } from './guessable';

const ADA = ['tidemark', 'ada.l', 'Ada Lovelace', 'countess@analytical.example'];

describe('isGuessable', () => {
  it.each([
    'password',
    'password123',
    'P4ssw0rd!2024',
    '$unshine',
    'we1come99',
    'Adm1n!!!!',
    'passwordpassword',
    'qwertyuiop',
    'poiuytrewq',
    '1q2w3e4r5t',
    '1qaz2wsx',
    '!@#$%^&*()',
    'abcdefgh',
    '12345678',
    '19901231',
    '0151-555-0199',
    'aaaaaaaaaa',
    'abcabcabc',
    '!!!!!!!!!!',
    'ｐａｓｓｗｏｒｄ',
  ])('knows %s from the lists', (password) => {
    expect(isGuessable(password, ADA)).toBe(true);
  });

  it.each([
    'tidemark',
    'Tidemark2026!',
    'adalovelace',
    'Ada.Lovelace1815',
    'lovelace!!',
    'countess@analytical.example',
    '4da-L0velace',
    'analytical-abc',
  ])('sees the person or the product in %s', (password) => {
    expect(isGuessable(password, ADA)).toBe(true);
  });

  it.each([
    'tidal-gauge-47',
    'correct horse battery staple',
    'lovelace rains on cloudy tin',
    'übergrößenträger',
    'x7#kQ2!vRp',
    '暗号は長いほど良いです',
    '904173652098417',
    'dragonfruit marmalade',
  ])('leaves %s alone', (password) => {
    expect(isGuessable(password, ADA)).toBe(false);
  });

  it('does not take a short name for the whole of a password', () => {
    expect(isGuessable('alabaster-mill', ['Al', 'al@b.example'])).toBe(false);
  });

  it('answers at once for the longest password, whatever it repeats', () => {
    expect(isGuessable('ab'.repeat(127) + 'c!', ADA)).toBe(false);
    expect(isGuessable('a'.repeat(256), ADA)).toBe(true);
  });
});
