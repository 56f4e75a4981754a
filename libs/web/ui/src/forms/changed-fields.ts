/**
 * Of the fields in a form, those that differ from what was saved: saving them alone does not undo
 * what somebody else has changed meanwhile.
 */
export function changedFields<T extends object>(now: T, saved: object): Partial<T> {
  const before = saved as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== before[name]),
  ) as Partial<T>;
}
