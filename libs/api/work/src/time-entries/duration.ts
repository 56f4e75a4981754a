/** Whole seconds from one instant to another. */
export const secondsBetween = (startedAt: Date, endedAt: Date): number =>
  Math.max(0, Math.floor((endedAt.getTime() - startedAt.getTime()) / 1_000));

/** Seconds as "h:mm:ss", such as "1:05:09" or "26:00:00". */
export function formatDuration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return [hours, ...[minutes, seconds % 60].map((part) => String(part).padStart(2, '0'))].join(':');
}

/** Seconds as hours with two places. */
export const toHours = (seconds: number): number => Math.round(seconds / 36) / 100;
