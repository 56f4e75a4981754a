export { AccountsModule } from './accounts.module';
export { SetupService } from './auth/setup.service';
export { SignInFailures } from './auth/sign-in/sign-in-failures';
export type { SignedInPerson } from './auth/tokens/jwt.strategy';
export { Invitations } from './users/invitations';
export { People } from './users/people';
export { userSubject } from './users/user.activity';
export { User } from './users/user.entity';
export { UsersService } from './users/users.service';
