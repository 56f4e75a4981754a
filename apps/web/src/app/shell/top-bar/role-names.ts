import type { Role } from '@tidemark/contracts';

export const ROLE_NAMES: Record<Role, string> = {
  admin: 'Administrator',
  auditor: 'Auditor',
  member: 'Member',
};
