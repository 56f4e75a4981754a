import { Module } from '@nestjs/common';
import { DatabaseModule } from '@tidemark/api/platform';
import { RefreshToken } from './auth/sessions/refresh-token.entity';
import { UserSession } from './auth/sessions/user-session.entity';
import { Invitation } from './users/invitation.entity';
import { People } from './users/people';
import { User } from './users/user.entity';

/** People, and how they prove who they are. */
@Module({
  imports: [DatabaseModule.forFeature([User, Invitation, UserSession, RefreshToken])],
  providers: [People],
  exports: [People],
})
export class AccountsModule {}
