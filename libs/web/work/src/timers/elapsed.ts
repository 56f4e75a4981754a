/**
 * How far the server's clock is ahead of the device's, in milliseconds. The server is taken to have read its
 * clock in the middle of the request.
 */
export function clockOffset(serverTime: string, sentAt: number, receivedAt: number): number {
  return Date.parse(serverTime) - (sentAt + receivedAt) / 2;
}

/** Whole seconds from `startedAt` to now on the server's clock; never negative. */
export function elapsedSeconds(startedAt: string, deviceNow: number, offsetMs: number): number {
  return Math.max(0, Math.floor((deviceNow + offsetMs - Date.parse(startedAt)) / 1000));
}
