import type { Json } from '@tidemark/contracts';

const MAX_DEPTH = 6;
const MAX_KEYS = 100;
const MAX_TEXT = 5_000;

/** Marks that stand for a person whose name is put in when the row is read; nobody else may write them. */
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * Any text as PostgreSQL can keep it: NUL and halves of characters become U+FFFD, and it is cut to `max`
 * code points. Recording an activity never fails because of what it says.
 */
export function storableText(text: unknown, max: number): string {
  const whole = String(text ?? '')
    .toWellFormed()
    .replaceAll('\u0000', '\ufffd');
  if (whole.length <= max) return whole;
  const points = [...whole];
  return points.length <= max ? whole : `${points.slice(0, max - 1).join('')}…`;
}

/** A text that somebody typed, in which the marks for people have no meaning. */
export function plainText(text: unknown, max: number): string {
  return storableText(text, max).replace(NONCHARACTERS, '\ufffd');
}

/** Any value as JSON that PostgreSQL can keep: limited in depth, width and length. */
export function toJson(value: unknown, depth = 0): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  switch (typeof value) {
    case 'string':
      return plainText(value, MAX_TEXT);
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'boolean':
      return value;
    case 'object':
      return depth >= MAX_DEPTH ? '…' : container(value, depth + 1);
    default:
      return plainText(String(value), MAX_TEXT);
  }
}

function container(value: object, depth: number): Json {
  if (Array.isArray(value)) return value.slice(0, MAX_KEYS).map((item) => toJson(item, depth));
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .slice(0, MAX_KEYS);
  return Object.fromEntries(
    entries.map(([key, item]) => [plainText(key, 200), toJson(item, depth)]),
  );
}
