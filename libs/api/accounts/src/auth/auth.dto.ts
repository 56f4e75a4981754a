import { EmailField, SecretField, TextField, TimeZoneField } from '@tidemark/api/platform';
import type { AcceptInvitation, Login, Setup } from '@tidemark/contracts';
import { DisplayNameField, NewPasswordField, PasswordField } from '../users/user.dto';
import { UsernameField } from '../users/username-field';

const TokenField = () => SecretField({ min: 1, max: 200 });

export class LoginDto implements Login {
  @TextField({ max: 254, description: 'Username or e-mail address' })
  readonly username: string;

  @PasswordField()
  readonly password: string;
}

export class SetupDto implements Setup {
  @TokenField()
  readonly token: string;

  @UsernameField()
  readonly username: string;

  @DisplayNameField()
  readonly display_name: string;

  @EmailField()
  readonly email: string;

  @NewPasswordField()
  readonly password: string;

  @TimeZoneField({ optional: true, description: 'UTC when left out' })
  readonly time_zone?: string;
}

export class AcceptInvitationDto implements AcceptInvitation {
  @TokenField()
  readonly token: string;

  @NewPasswordField()
  readonly password: string;
}
