import type { Me } from './users';

/** `GET /api/setup`: whether the first administrator is still to be made. */
export interface SetupState {
  needed: boolean;
}

/** `POST /api/setup`: the first administrator, by the one-time link that the first start prints ("/setup#<token>"). Answers `Session`. */
export interface Setup {
  token: string;
  username: string;
  display_name: string;
  email: string;
  password: string;
  time_zone?: string;
}

/** `POST /api/auth/login`: username or e-mail. Answers `Session` and the refresh cookie. */
export interface Login {
  username: string;
  password: string;
}

/** `POST /api/auth/invitation`: sets the password of an invited person and signs in. Answers `Session`. */
export interface AcceptInvitation {
  token: string;
  password: string;
}

/** What a sign-in and `POST /api/auth/refresh` answer. The token goes into `Authorization: Bearer`; it is kept in memory only. */
export interface Session {
  access_token: string;
  /** Seconds until the access token expires. */
  expires_in: number;
  user: Me;
}

/** Characters (code points) a password must have, and may have. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 256;
