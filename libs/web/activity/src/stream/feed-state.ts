import type { ActivityPage, ActivityView, Problem } from '@tidemark/contracts';

/** What the feed shows at one moment, and where it goes on from there. */
export interface Feed {
  /** Of the first page: later requests never take away what is on screen. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** What is on screen: newest first, ties broken by id, without a gap down to the last row. */
  readonly activities: readonly ActivityView[];
  /** New rows that wait for the reader, in the same order. */
  readonly pending: readonly ActivityView[];
  /** More is new than can be added on top: the list has to start over, which waits for the reader too. */
  readonly isOutrun: boolean;
  /** How many new rows polls have brought since the list began. */
  readonly arrived: number;
  readonly hasMore: boolean;
  readonly olderStatus: 'idle' | 'loading' | 'failed';
  readonly olderProblem: Problem | null;
  /** Somebody asked for it and is waiting. */
  readonly isRefreshing: boolean;
  /** When the server last answered, in epoch milliseconds. */
  readonly updatedAt: number | null;
  /** Why the last request for something newer failed. */
  readonly problem: Problem | null;

  /** How often the list has started over: what was asked for before no longer fits. */
  readonly edition: number;
  /** New rows may insert by themselves, because nobody is reading. */
  readonly isResting: boolean;
  /** The reader asked for what is new: the next answer is shown at once, whatever it takes. */
  readonly isWanted: boolean;
  /** Known rows that belong below the last one on screen: shown once the list reaches them. */
  readonly below: readonly ActivityView[];
  /** The last row that was loaded; null when the list reaches the end. */
  readonly bottom: Position | null;
  /** Cursor of the page below. */
  readonly before: string | null;
  /** Cursor of what has been committed since. */
  readonly after: string | null;
}

/** A place in the feed's order. */
export type Position = Pick<ActivityView, 'created_at' | 'id'>;

/** Something happened: from one moment to the next. */
export type Step = (feed: Feed) => Feed;

export const EMPTY_FEED: Feed = {
  status: 'loading',
  activities: [],
  pending: [],
  isOutrun: false,
  arrived: 0,
  hasMore: false,
  olderStatus: 'idle',
  olderProblem: null,
  isRefreshing: false,
  updatedAt: null,
  problem: null,
  edition: 0,
  isResting: true,
  isWanted: false,
  below: [],
  bottom: null,
  before: null,
  after: null,
};

/** The feed's order: newest first, ties broken by id. Instants on the wire all have the same form, so they compare as text. */
export function byNewest(one: Position, other: Position): number {
  if (one.created_at === other.created_at) return other.id - one.id;
  return one.created_at < other.created_at ? 1 : -1;
}

/** Takes the first page in the place of whatever was there. */
export function startOver(page: ActivityPage, at: number): Step {
  return (feed) => ({
    ...EMPTY_FEED,
    ...reaching(page),
    status: 'ready',
    activities: page.activities.toSorted(byNewest),
    arrived: feed.after === null ? 0 : feed.arrived + unknownIn(feed, page.activities).length,
    edition: feed.edition + 1,
    isResting: feed.isResting,
    updatedAt: at,
    after: page.newest_cursor,
  });
}

/**
 * Adds what was committed since. A row that committed late may belong anywhere: each is put where the order wants it,
 * and what belongs below the last row on screen is kept until the list gets there.
 */
export function addNewest(page: ActivityPage, at: number): Step {
  return (feed) => {
    const fresh = unknownIn(feed, page.activities);
    const onScreen = fresh.filter((row) => isWithin(feed.bottom, row));
    const updated = {
      ...answered(feed),
      pending: merged(feed.pending, onScreen),
      below: merged(
        feed.below,
        fresh.filter((row) => !isWithin(feed.bottom, row)),
      ),
      arrived: feed.arrived + onScreen.length,
      isOutrun: false,
      updatedAt: at,
      problem: null,
      after: page.newest_cursor,
    };
    return mayShow(feed) || feed.activities.length === 0 ? joined(updated) : updated;
  };
}

/** Adds the page below, with what is known to belong there since it was read. */
export function addOlder(page: ActivityPage): Step {
  return (feed) => {
    const reach = reaching(page);
    const known = [...page.activities, ...feed.below.filter((row) => isWithin(reach.bottom, row))];
    return {
      ...feed,
      ...reach,
      activities: merged(feed.activities, unknownIn({ ...feed, below: [] }, known)),
      below: feed.below.filter((row) => !isWithin(reach.bottom, row)),
      olderStatus: 'idle',
      olderProblem: null,
    };
  };
}

/** Whether what is new may come on screen now: the reader asked for it, or nobody is reading. */
export function mayShow({ isWanted, isResting }: Feed): boolean {
  return isWanted || isResting;
}

/** The reader asks for something newer, to be shown at once or not. */
export function refreshing(show: boolean): Step {
  return (feed) => ({ ...feed, isRefreshing: true, isWanted: feed.isWanted || show });
}

/** The reader wants to see what waits. A list that was outrun has to be asked for first. */
export const showPending: Step = (feed) => ({
  ...joined(feed),
  isRefreshing: feed.isRefreshing || feed.isOutrun,
  isWanted: feed.isWanted || feed.isOutrun,
});

/** The reader comes or goes. What waits is shown as soon as it disturbs nobody. */
export function restWhen(isResting: boolean): Step {
  return (feed) => ({ ...(isResting ? joined(feed) : feed), isResting });
}

/** New rows do not join up with those on screen. */
export const outrun: Step = (feed) => ({ ...answered(feed), isOutrun: true, problem: null });

/** A failed request keeps what is on screen. */
export function failNewest(problem: Problem): Step {
  return (feed) => ({
    ...answered(feed),
    status: feed.after === null ? 'failed' : 'ready',
    problem,
  });
}

export const markOlderLoading: Step = (feed) => ({
  ...feed,
  olderStatus: 'loading',
  olderProblem: null,
});

/** Keeps the cursor, so that a retry loads the very same page. */
export function failOlder(problem: Problem): Step {
  return (feed) => ({ ...feed, olderStatus: 'failed', olderProblem: problem });
}

function answered(feed: Feed): Feed {
  return { ...feed, isRefreshing: false, isWanted: false };
}

function joined(feed: Feed): Feed {
  return { ...feed, activities: merged(feed.activities, feed.pending), pending: [] };
}

/** How far down a page reaches. */
function reaching({ activities, has_next, next_cursor }: ActivityPage) {
  const before = has_next ? next_cursor : null;
  const bottom = before === null ? null : (activities.toSorted(byNewest).at(-1) ?? null);
  return { before, bottom, hasMore: before !== null };
}

function isWithin(bottom: Position | null, row: Position): boolean {
  return bottom === null || byNewest(row, bottom) <= 0;
}

function unknownIn(
  feed: Pick<Feed, 'activities' | 'pending' | 'below'>,
  rows: readonly ActivityView[],
): ActivityView[] {
  const known = new Set([...feed.activities, ...feed.pending, ...feed.below].map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id) && known.add(id));
}

function merged(
  rows: readonly ActivityView[],
  others: readonly ActivityView[],
): readonly ActivityView[] {
  return others.length === 0 ? rows : [...rows, ...others].sort(byNewest);
}
