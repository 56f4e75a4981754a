// The pages about activity. Apart from the index: its users would carry them along.
export { ActivityPage } from './activity-page/activity-page';
export { EventPage } from './event-page/event-page';
export { RecordedPage } from './recorded-page/recorded-page';
