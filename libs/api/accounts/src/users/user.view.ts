import type { Me, PersonView, UserView } from '@tidemark/contracts';
import type { User } from './user.entity';

export const toPersonView = ({ id, username, displayName }: User): PersonView => ({
  id,
  username,
  display_name: displayName,
});

export const toUserView = (user: User): UserView => ({
  ...toPersonView(user),
  email: user.email,
  role: user.role,
  time_zone: user.timeZone,
  is_active: user.isActive,
  is_invited: user.passwordHash === null,
  last_sign_in_at: user.lastSignInAt?.toISOString() ?? null,
  created_at: user.createdAt.toISOString(),
});

export const toMe = (user: User, isLead: boolean): Me => ({
  ...toPersonView(user),
  email: user.email,
  role: user.role,
  time_zone: user.timeZone,
  theme: user.theme,
  week_start: user.weekStart,
  is_lead: isLead,
});
