import { offsetName } from '@tidemark/web/ui';

export interface ZoneOption {
  /** IANA name. */
  name: string;
  /** "UTC+01:00", now. */
  offset: string;
}

/** Every zone that the browser knows; "UTC" is not among those it lists. */
export function allZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
}

/** The zones that contain every word of `query` in their name or offset ("new york", "berlin", "+05:30"), at most `limit`. */
export function findZones(
  zones: readonly string[],
  query: string,
  nowMs: number,
  limit: number,
): ZoneOption[] {
  const words = plain(query).split(' ').filter(Boolean);
  const found: ZoneOption[] = [];
  for (const name of zones) {
    const offset = offsetName(name, nowMs);
    const text = `${plain(name)} ${offset.toLowerCase().replace('−', '-')}`;
    if (words.every((word) => text.includes(word))) found.push({ name, offset });
    if (found.length === limit) break;
  }
  return found;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace('−', '-')
    .replaceAll(/[_/,\s]+/g, ' ')
    .trim();
}
