// The page about activity. Apart from the index: its users would carry it along.
export { ActivityPage } from './activity-page/activity-page';
