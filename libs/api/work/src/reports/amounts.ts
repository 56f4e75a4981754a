/** Hundredths of an hour's rate times seconds: so many make one hundredth. */
const SECONDS_PER_HOUR = 3_600n;

/** A fraction of whole numbers, neither of them negative, rounded half up. */
const divided = (dividend: bigint, divisor: bigint): bigint =>
  (dividend * 2n + divisor) / (divisor * 2n);

function withTwoPlaces(hundredths: bigint): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Seconds × hundredths per hour, as a decimal with two places, rounded half up: "1234.50". */
export const toAmount = (worth: string): string =>
  withTwoPlaces(divided(BigInt(worth), SECONDS_PER_HOUR));

/** Seconds as hours with two places, rounded half up: "1.25". */
export const toDecimalHours = (seconds: number): string =>
  withTwoPlaces(divided(BigInt(seconds) * 100n, SECONDS_PER_HOUR));
