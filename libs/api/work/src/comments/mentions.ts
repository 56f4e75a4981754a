/**
 * A stored body holds people by their ids, so that a mention follows who is renamed or forgotten. Around the id
 * stands a code point that is no character: no request may hold it, so nobody can write such a mention by hand.
 */
const MARK = '\ufdd2';
const STORED = new RegExp(`${MARK}(\\d+)${MARK}`, 'g');
/** Not within a word or an address: neither "ana@example.com" nor "@anaïs" mentions "ana". */
const WRITTEN = /(?<![\p{L}\p{N}_.@/-])@([a-z0-9._-]{2,50})(?![\p{L}\p{N}_])/giu;
/** A full stop at the end belongs to the sentence, not to the name. */
const TRAILING = /[._-]+$/;

/** The names that a body may mention, in small letters; with and without what may belong to the sentence. */
export function namesIn(body: string): string[] {
  const names = [...body.matchAll(WRITTEN)].flatMap(([, written = '']) => spellings(written));
  return [...new Set(names)];
}

/** The body as it is stored: with ids for the names that are known. */
export function withIds(body: string, idOf: ReadonlyMap<string, number>): string {
  return body.replace(WRITTEN, (whole, written: string) => {
    const name = spellings(written).find((spelling) => idOf.has(spelling));
    if (name === undefined) return whole;
    return `@${MARK}${idOf.get(name)}${MARK}${written.slice(name.length)}`;
  });
}

/** The ids in a stored body, each once. */
export function idsIn(stored: string): number[] {
  return [...new Set([...stored.matchAll(STORED)].map(([, id]) => Number(id)))];
}

/** The body as people read it. */
export function withNames(stored: string, nameOf: (id: number) => string): string {
  return stored.replace(STORED, (_mark, id: string) => nameOf(Number(id)));
}

function spellings(written: string): string[] {
  const name = written.toLowerCase();
  const spellings = [name];
  for (let rest = name; TRAILING.test(rest);) {
    rest = rest.slice(0, -1);
    spellings.push(rest);
  }
  return spellings;
}
