import type { Locate } from '@tidemark/api/activity';
import { IsNull } from 'typeorm';
import type { TimeEntry } from './time-entry.entity';

/**
 * The own running timer; once the handler has answered, the entry that it speaks of. They differ when the timer began
 * after we had looked: then the handler has stopped an entry that we did not see running.
 */
export const ownTimer: Locate<TimeEntry> = ({ userId, result }) => {
  const id = (result as { id?: number } | undefined)?.id;
  return id === undefined ? { userId, endedAt: IsNull() } : { id };
};
