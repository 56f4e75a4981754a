import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { DatabaseModule } from '@tidemark/api/platform';
import { AccountJobs } from './auth/account-jobs';
import { AuthController } from './auth/auth.controller';
import { JwtAuthGuard } from './auth/guards/jwt-auth.guard';
import { RolesGuard } from './auth/guards/roles.guard';
import { Keys } from './auth/keys';
import { Passwords } from './auth/passwords/passwords';
import { RefreshToken } from './auth/sessions/refresh-token.entity';
import { SessionCookies } from './auth/sessions/session-cookies';
import { Sessions } from './auth/sessions/sessions';
import { UserSession } from './auth/sessions/user-session.entity';
import { SetupController } from './auth/setup.controller';
import { SetupService } from './auth/setup.service';
import { PasswordSignIn } from './auth/sign-in/password-sign-in';
import { SignInFailures } from './auth/sign-in/sign-in-failures';
import { SignInLimits } from './auth/sign-in/sign-in-limits';
import { SignIns } from './auth/sign-in/sign-ins';
import { AccessTokens } from './auth/tokens/access-tokens';
import { JwtStrategy } from './auth/tokens/jwt.strategy';
import { Setting } from './settings/setting.entity';
import { SettingsController } from './settings/settings.controller';
import { Settings } from './settings/settings.service';
import { Invitation } from './users/invitation.entity';
import { Invitations } from './users/invitations';
import { MeController } from './users/me.controller';
import { People } from './users/people';
import { ProfileService } from './users/profile.service';
import { User } from './users/user.entity';
import { UserList } from './users/user-list';
import { UserRecords } from './users/user-records';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

const AUTH = [
  Keys,
  Passwords,
  AccessTokens,
  JwtStrategy,
  Sessions,
  SessionCookies,
  SignIns,
  SignInLimits,
  SignInFailures,
  PasswordSignIn,
  SetupService,
  AccountJobs,
];
const USERS = [UserRecords, Invitations, UsersService, UserList, ProfileService, People];

/** People, and how they prove who they are. Its guards stand before every route of the application. */
@Module({
  imports: [
    DatabaseModule.forFeature([User, Invitation, UserSession, RefreshToken, Setting]),
    PassportModule,
    JwtModule.register({}),
  ],
  controllers: [SetupController, AuthController, MeController, UsersController, SettingsController],
  providers: [
    ...AUTH,
    ...USERS,
    Settings,
    { provide: APP_GUARD, useClass: JwtAuthGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
  exports: [People, UsersService, Invitations, Settings, SetupService, SignInFailures],
})
export class AccountsModule {}
