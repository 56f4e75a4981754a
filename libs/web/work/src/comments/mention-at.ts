/** The beginning of a mention that is being typed. */
export interface MentionStart {
  /** Where its "@" stands. */
  from: number;
  /** What follows so far. */
  typed: string;
}

const BEGINNING = /(?:^|[\s(,;:])@([\p{L}\p{N}._-]{0,50})$/u;

/** The mention that ends at the cursor; null when none does. */
export function mentionAt(text: string, cursor: number): MentionStart | null {
  const typed = BEGINNING.exec(text.slice(0, cursor))?.[1];
  return typed === undefined ? null : { from: cursor - typed.length - 1, typed };
}

/** The text with the mention completed and a space behind it, and where the cursor belongs then. */
export function withMention(
  text: string,
  { from, typed }: MentionStart,
  username: string,
): { text: string; cursor: number } {
  const behind = text.slice(from + typed.length + 1);
  const mention = `@${username}${/^\s/.test(behind) ? '' : ' '}`;
  const cursor = from + mention.length + (/^\s/.test(behind) ? 1 : 0);
  return { text: text.slice(0, from) + mention + behind, cursor };
}
