import { type Described, DISPLAY_NAME, defineSubject, USERNAME } from '@tidemark/api/activity';
import { User } from './user.entity';

const USER = `user "${USERNAME}"`;

/**
 * People in the trail. Theme and first weekday are not audited: they concern nobody but the person's own
 * screen. The time zone is, because it decides which day a time entry belongs to.
 */
export const userSubject = defineSubject({
  entity: User,
  type: 'user',
  name: () => DISPLAY_NAME,
  projectId: () => null,
  audited: ['username', 'displayName', 'email', 'role', 'timeZone', 'isActive'],
  describe: {
    created: () => `Created ${USER}`,
    updated: describeUpdate,
    signed_in: () => 'Signed in',
    signed_out: () => 'Signed out',
    password_changed: () => 'Changed password',
  },
  extra: {
    created: ({ role }) => ({ role }),
    updated: (_user, { changes }) => ({ changed_fields: changes.map(({ field }) => field) }),
  },
});

/** Several things may change at once: the sentence tells the weightiest, the changes tell all. */
function describeUpdate(_user: User, { changes, notes }: Described<User>): string {
  if (notes['invitation']) return `Made an invitation link for ${USER}`;
  const [active, role] = ['is_active', 'role'].map((name) =>
    changes.find(({ field }) => field === name),
  );
  if (active) return `${active.to ? 'Reactivated' : 'Deactivated'} ${USER}`;
  if (role) return `Changed role of ${USER} from ${String(role.from)} to ${String(role.to)}`;
  return `Updated ${USER}`;
}
