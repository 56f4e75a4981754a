export { AccountsModule } from './accounts.module';
export { People } from './users/people';
export { userSubject } from './users/user.activity';
export { User } from './users/user.entity';
export { toPersonView } from './users/user.view';
