import { COMMON_WORDS, KEYBOARD_WALKS } from './common-words';

/** What has to be left of a password when everything known is taken away. */
const LEAST_UNKNOWN = 4;
/** Numbers shorter than this are birthdays and telephone numbers. */
const LEAST_DIGITS = 12;

const LEET: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is among the first that anybody would try: a common word, a walk over the keyboard or
 * a number, however decorated ("P4ssw0rd!2024"), or hardly more than the words given.
 *
 * @param known words that belong to the person or the product: names, the parts of the e-mail address
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  const words = partsOf(known);
  return spellings(typed).some(
    (spelling) => isCommon(spelling) || isMadeOf(withoutRepetition(spelling), words),
  );
}

/** As typed and without decoration, each also read as l33t, where "1" is an i or an l. */
function spellings(typed: string): string[] {
  const bare = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const framed = typed.replace(/^\d+|\d+$/g, '');
  const plain = [typed, bare, framed];
  return [
    ...new Set([...plain, ...plain.flatMap((text) => [unleet(text, 'i'), unleet(text, 'l')])]),
  ];
}

function unleet(text: string, one: string): string {
  return text.replace(/[0-9@$!]/g, (sign) => LEET[sign] ?? (sign === '1' ? one : sign));
}

function isCommon(spelling: string): boolean {
  const text = withoutRepetition(spelling);
  if (text.length < LEAST_UNKNOWN && spelling.length >= LEAST_UNKNOWN) return true;
  return COMMON_WORDS.has(text) || isWalk(text) || isShortNumber(text);
}

const isShortNumber = (text: string) =>
  !/\p{L}/u.test(text) && /\d/.test(text) && text.replace(/\D/g, '').length < LEAST_DIGITS;

const isWalk = (text: string) =>
  text.length >= LEAST_UNKNOWN && KEYBOARD_WALKS.some((walk) => walk.includes(text));

/** "abcabcabc" says no more than "abc". */
function withoutRepetition(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
}

function isMadeOf(text: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.replace(/[^\p{L}]/gu, '').length < LEAST_UNKNOWN;
}

/** "Ada Lovelace" is known as "adalovelace", "ada" and "lovelace"; the longest is taken away first. */
function partsOf(known: readonly string[]): string[] {
  const parts = known
    .map((text) => text.normalize('NFKC').toLowerCase())
    .flatMap((text) => [text.replace(/[^\p{L}\d]/gu, ''), ...text.split(/[^\p{L}]+/u)])
    .filter((part) => part.length >= 3);
  return [...new Set(parts)].sort((a, b) => b.length - a.length);
}
