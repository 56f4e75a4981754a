import { isZone, offsetName } from '@tidemark/web/ui';

export interface ZoneOption {
  /** IANA name. */
  name: string;
  /** "UTC+01:00", now. */
  offset: string;
}

/** Browsers go on listing some zones by names that their cities have left behind. */
const TODAY: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** Every zone that the browser knows; "UTC" is not among those it lists. */
export function allZones(): string[] {
  const listed = Intl.supportedValuesOf('timeZone').map((name) => {
    const today = TODAY[name];
    return today && isZone(today) ? today : name;
  });
  return ['UTC', ...new Set(listed.sort().filter((name) => name !== 'UTC'))];
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
