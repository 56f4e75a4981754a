/** 0 nothing typed, 1 weak … 4 strong. */
export type StrengthScore = 0 | 1 | 2 | 3 | 4;

export interface Strength {
  score: StrengthScore;
  /** "Weak", "Fair", "Good", "Strong"; empty for nothing typed. */
  word: string;
  /** What would make it better; empty when nothing is needed. */
  advice: string;
}

const WORDS = ['', 'Weak', 'Fair', 'Good', 'Strong'];
const COMMON =
  /pass(word|wort)?|qwert[yz]|azerty|letmein|welcome|admin|login|dragon|monkey|iloveyou|tidemark|1q2w3e/gi;
/** Bits of guessing that each score above 1 needs. */
const BITS = [40, 60, 80];

/**
 * How hard a password is to guess, as a hint while typing; the server decides. Words that everybody tries, the person's own
 * names, repetitions and sequences count as one character each.
 */
export function passwordStrength(password: string, personal: readonly string[]): Strength {
  if (password === '') return { score: 0, word: '', advice: '' };
  const rest = shorten(password, personal);
  const bits = [...rest].length * Math.log2(alphabetOf(rest));
  const score = (1 + BITS.filter((needed) => bits >= needed).length) as StrengthScore;
  return { score, word: WORDS[score] ?? '', advice: adviceFor(score, rest, password) };
}

function shorten(password: string, personal: readonly string[]): string {
  const own = personal
    .flatMap((text) => text.toLowerCase().split(/[\s@.]+/))
    .filter((word) => word.length > 2);
  const withoutOwn = own.reduce((text, word) => text.replaceAll(word, '*'), password.toLowerCase());
  const plain = own.some((word) => password.toLowerCase().includes(word)) ? withoutOwn : password;
  return collapse(plain.replace(COMMON, '*'));
}

/** "aaaa", "1234" and "dcba" become their first character. */
function collapse(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [...text]
    .filter((_, index) => {
      const step = (codes[index] ?? 0) - (codes[index - 1] ?? 0);
      const before = (codes[index - 1] ?? 0) - (codes[index - 2] ?? 0);
      return index < 2 || step !== before || Math.abs(step) > 1;
    })
    .join('');
}

function alphabetOf(text: string): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 33],
  ];
  return kinds.reduce((size, [kind, count]) => size + (kind.test(text) ? count : 0), 0) || 1;
}

function adviceFor(score: StrengthScore, rest: string, password: string): string {
  if (score >= 3) return '';
  if ([...rest].length < [...password].length - 2)
    return 'Leave out names, common words and sequences.';
  return 'Longer is stronger: three or four unrelated words do well.';
}
