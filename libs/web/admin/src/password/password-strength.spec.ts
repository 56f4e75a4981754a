import fc from 'fast-check';
import { passwordStrength } from './password-strength';

const word = (password: string, personal: string[] = []) =>
  passwordStrength(password, personal).word;

describe('the strength of a password', () => {
  it.each([
    ['', ''],
    ['password', 'Weak'],
    ['Password123!', 'Weak'],
    ['qwertz12345', 'Weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'Weak'],
    ['abcdefghijklmnop', 'Weak'],
    ['kv8#Lq2x', 'Fair'],
    ['tide rises at noon', 'Strong'],
    ['correct horse battery staple', 'Strong'],
    ['潮が満ちる正午の時計', 'Fair'],
  ])('%j is %s', (password, expected) => {
    expect(word(password)).toBe(expected);
  });

  it('does not count the person’s own names', () => {
    const personal = ['Ana Pereira', 'ana.pereira', 'ana@tidemark.example'];
    expect(word('AnaPereira2026', personal)).toBe('Weak');
    expect(word('AnaPereira2026')).not.toBe('Weak');
    expect(passwordStrength('AnaPereira2026', personal).advice).toMatch(/names/);
  });

  it('has advice exactly while the password could do with it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 64 }), (password) => {
        const { score, advice } = passwordStrength(password, []);
        expect(advice !== '').toBe(score < 3);
      }),
    );
  });

  it('never goes down for characters that do not repeat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (length) => {
        const text = 'x7Gq!mZ2w#Lr9Kd$Tb4Vp';
        const [shorter, longer] = [length, length + 1].map(
          (count) => passwordStrength(text.slice(0, count), []).score,
        );
        expect(longer).toBeGreaterThanOrEqual(shorter ?? 0);
      }),
    );
  });
});
