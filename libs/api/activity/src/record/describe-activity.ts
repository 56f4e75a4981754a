import type { Action, EntityType } from '@tidemark/contracts';
import type { ActivitySubject, Described } from './activity-subject';

const NOUNS: Record<EntityType, string> = {
  project: 'project',
  task: 'task',
  time_entry: 'time entry',
  time_entry_template: 'time entry template',
  client: 'client',
  invoice: 'invoice',
  user: 'user',
  comment: 'comment',
  saved_filter: 'saved filter',
  setting: 'setting',
};

const sentenceCase = (action: Action) => {
  const words = action.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The subject's own words for the action, or `Archived client "Acme"`. */
export function describeActivity<E extends { id: number }>(
  subject: ActivitySubject<E>,
  action: Action,
  entity: E,
  change: Described<E>,
): string {
  const words = subject.describe?.[action];
  return words
    ? words(entity, change)
    : `${sentenceCase(action)} ${NOUNS[subject.type]} "${subject.name(entity, change)}"`;
}
