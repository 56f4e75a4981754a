import {
  ChoiceField,
  EmailField,
  FlagField,
  SecretField,
  TextField,
  TimeZoneField,
} from '@tidemark/api/platform';
import {
  type ChangePassword,
  type CreateUser,
  PASSWORD_MAX,
  PASSWORD_MIN,
  type Role,
  ROLES,
  type SaveMe,
  type SaveUser,
  type Theme,
  THEMES,
  WEEK_STARTS,
  type WeekStart,
} from '@tidemark/contracts';
import { UsernameField } from './username-field';

const NAME_MAX = 100;

export const DisplayNameField = (options: { optional?: boolean } = {}) =>
  TextField({ ...options, max: NAME_MAX });

export const NewPasswordField = () => SecretField({ min: PASSWORD_MIN, max: PASSWORD_MAX });

/** A password to be compared: whatever could ever have been set, and a little more. */
export const PasswordField = () => SecretField({ min: 1, max: PASSWORD_MAX });

export class CreateUserDto implements CreateUser {
  @UsernameField()
  readonly username: string;

  @DisplayNameField()
  readonly display_name: string;

  @EmailField()
  readonly email: string;

  @ChoiceField(ROLES)
  readonly role: Role;

  @TimeZoneField({ optional: true, description: 'UTC when left out' })
  readonly time_zone?: string;
}

export class SaveUserDto implements SaveUser {
  @DisplayNameField({ optional: true })
  readonly display_name?: string;

  @EmailField({ optional: true })
  readonly email?: string;

  @ChoiceField(ROLES, { optional: true })
  readonly role?: Role;

  @FlagField({ optional: true, description: 'false deactivates the person and ends all sessions' })
  readonly is_active?: boolean;
}

export class SaveMeDto implements SaveMe {
  @DisplayNameField({ optional: true })
  readonly display_name?: string;

  @EmailField({ optional: true })
  readonly email?: string;

  @TimeZoneField({ optional: true })
  readonly time_zone?: string;

  @ChoiceField(THEMES, { optional: true })
  readonly theme?: Theme;

  @ChoiceField(WEEK_STARTS, { optional: true, description: 'ISO weekday: 1 is Monday' })
  readonly week_start?: WeekStart;
}

export class ChangePasswordDto implements ChangePassword {
  @PasswordField()
  readonly current_password: string;

  @NewPasswordField()
  readonly new_password: string;
}
