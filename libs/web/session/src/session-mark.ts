const STORED_AS = 'tidemark.session';

/**
 * Whether somebody has signed in with this browser and not signed out again. The refresh cookie says it for certain, but
 * no script can see it: the mark spares strangers a request that can only be refused.
 */
export const sessionMark = {
  isSet: (): boolean => localStorage.getItem(STORED_AS) !== null,
  set: (): void => localStorage.setItem(STORED_AS, 'on'),
  remove: (): void => localStorage.removeItem(STORED_AS),
};
