export { InvitationPage } from './entrance/invitation-page';
export { SetupPage } from './entrance/setup-page';
export { SignInPage } from './entrance/sign-in-page';
export { PeoplePage } from './people/people-page';
export { ProfilePage } from './profile/profile-page';
export { SettingsPage } from './settings/settings-page';
