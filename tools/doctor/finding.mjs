// What a check of the doctor comes to.

export const well = (what) => ({ state: 'well', what });

/** Nothing is wrong: it only has not happened yet, or has to do with a part that is not in use. */
export const absent = (what) => ({ state: 'absent', what });

/** @param fix what the reader can do about it */
export const failed = (what, fix) => ({ state: 'failed', what, fix });
