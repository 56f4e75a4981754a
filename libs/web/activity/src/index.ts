export { ActivityApi } from './activity-api';
export { ActivityNews } from './activity-news';
export { ActivityFeed } from './activity-feed/activity-feed';
export {
  ACTION_BADGES,
  type ActionBadge,
  ENTITY_BADGES,
  type EntityBadge,
  type Place,
  type Tone,
} from './entity-badges';
export { EMPTY_FEED, type Feed } from './stream/feed-state';
export { type FeedPart, type FeedSources, feedStream, POLL_EVERY_MS } from './stream/feed-stream';
