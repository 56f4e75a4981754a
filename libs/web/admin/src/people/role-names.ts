import type { Role } from '@tidemark/contracts';

/** Each role in a word, and what it may do. */
export const ROLE_NAMES: Record<Role, { label: string; hint: string }> = {
  admin: { label: 'Administrator', hint: 'Sees and changes everything, and looks after people' },
  auditor: { label: 'Auditor', hint: 'Reads everything, changes nothing' },
  member: { label: 'Member', hint: 'Tracks time and works in the own projects' },
};
