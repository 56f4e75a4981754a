/** The feed's statements by themselves, for those who look at them closely: plans, properties, the bench. */
export { type Kind, lastOfEachStatement } from './catalogue/catalogue-statement';
export { Values } from './feed/feed-conditions';
export { countStatement } from './feed/feed-count';
export { keys, type Shape, type Wanted } from './feed/feed-keys';
export type { FeedScope } from './feed/feed-scope';
export {
  eventStatement,
  freshStatement,
  neighboursStatement,
  pageStatement,
  probeStatement,
} from './feed/feed-statements';
