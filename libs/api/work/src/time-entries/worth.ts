const SECONDS_PER_HOUR = 3_600n;

/** Time at a rate: seconds, and a decimal string with two places per hour; no rate for what is worth nothing. */
export interface Priced {
  seconds: number;
  hourlyRate: string | null;
}

/**
 * How much more one stretch of time is worth than another, rounded once and half away from zero. Whole numbers
 * all the way: binary fractions cannot hold cents.
 * @returns a decimal string with two places, such as "-42.50"; null where it is the same, to the cent
 */
export function worthMore(now: Priced, before: Priced): string | null {
  const cents = perHour(now) - perHour(before);
  const size = cents < 0n ? -cents : cents;
  const rounded = (size * 2n + SECONDS_PER_HOUR) / (SECONDS_PER_HOUR * 2n);
  if (rounded === 0n) return null;
  return `${cents < 0n ? '-' : ''}${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
}

/** In cents, times the seconds of an hour: not divided yet, so that nothing is lost. */
function perHour({ seconds, hourlyRate }: Priced): bigint {
  if (hourlyRate === null) return 0n;
  const [whole = '0', places = ''] = hourlyRate.split('.');
  return BigInt(`${whole}${places.padEnd(2, '0')}`) * BigInt(seconds);
}
