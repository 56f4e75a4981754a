export { Rights } from './shared/rights';
export { WorkChanges } from './shared/work-changes';
export { TimerCard } from './timers/timer-card';
export { TimerChip } from './timers/timer-chip';
export { EntriesToday } from './today/entries-today';
export { TeamNow } from './today/team-now';
export { WeekCard } from './today/week-card';
