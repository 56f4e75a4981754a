import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** A name for a prepared statement: the same text always has the same one, and no other text has it. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `feed-${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    names.set(text, name);
  }
  return name;
}
