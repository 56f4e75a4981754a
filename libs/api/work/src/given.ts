type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields without those that a request left out; null stays, since it says something. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
