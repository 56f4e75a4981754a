import { dayIn, startOfDay } from '@tidemark/api/platform';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;
const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

/** From its first moment up to, but without, that of the next month. */
export interface MonthSpan {
  beginsAt: Date;
  endsAt: Date;
}

/** "2026-01", or null for anything else and outside 2000–2099. */
export const parseMonth = (text: unknown): string | null =>
  typeof text === 'string' && MONTH.test(text) ? text : null;

/** The number that a month goes by: 202601. */
export const monthId = (month: string): number => Number(month.replace('-', ''));

export const monthOfId = (id: number): string =>
  `${Math.floor(id / 100)}-${String(id % 100).padStart(2, '0')}`;

/** "January 2026" */
export const monthName = (month: string): string =>
  `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

export const monthIn = (zone: string, instant: Date): string => dayIn(zone, instant).slice(0, 7);

export function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** When a month is in a zone, however its clocks change. */
export const spanOf = (month: string, zone: string): MonthSpan => ({
  beginsAt: startOfDay(`${month}-01`, zone),
  endsAt: startOfDay(`${nextMonth(month)}-01`, zone),
});

/** All months from one to another, both included, the newest first. */
export function monthsDown(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months.reverse();
}
