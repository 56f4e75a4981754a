import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions and invitations, and what is remembered of attempts to sign in. */
export class CreateAccounts1763900100000 implements MigrationInterface {
  readonly name = 'CreateAccounts1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PEOPLE, ...SESSIONS, ...ATTEMPTS]) await runner.query(statement);
    await requireActivity(runner, 'user', 'user', AUDITED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_failure, sign_in_attempt');
    await runner.query('DROP TABLE refresh_token, session, invitation, "user"');
  }
}

// A new password must leave a row in the trail too, although the password itself never gets there.
const AUDITED = [
  'username',
  'display_name',
  'email',
  'role',
  'time_zone',
  'is_active',
  'password_hash',
];

const PEOPLE = [
  `CREATE TABLE "user" (
     id int GENERATED ALWAYS AS IDENTITY,
     username text NOT NULL,
     display_name text NOT NULL,
     email text NOT NULL,
     password_hash text,
     role text NOT NULL DEFAULT 'member',
     time_zone text NOT NULL DEFAULT 'UTC',
     theme text NOT NULL DEFAULT 'system',
     week_start smallint NOT NULL DEFAULT 1,
     is_active boolean NOT NULL DEFAULT true,
     token_version int NOT NULL DEFAULT 0,
     last_sign_in_at timestamptz(3),
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     updated_at timestamptz(3) NOT NULL DEFAULT now(),
     CONSTRAINT user_pkey PRIMARY KEY (id),
     CONSTRAINT user_username_key UNIQUE (username),
     CONSTRAINT user_username_check CHECK (username ~ '^[a-z0-9._-]{2,50}$'),
     CONSTRAINT user_role_check CHECK (role IN ('admin', 'auditor', 'member')),
     CONSTRAINT user_theme_check CHECK (theme IN ('system', 'light', 'dark')),
     CONSTRAINT user_week_start_check CHECK (week_start IN (1, 6, 7))
   )`,
  'CREATE UNIQUE INDEX user_email_key ON "user" (lower(email))',
  'CREATE INDEX user_updated_at_idx ON "user" (updated_at)',
  `CREATE TABLE invitation (
     user_id int NOT NULL,
     token_hash bytea NOT NULL,
     expires_at timestamptz(3) NOT NULL,
     CONSTRAINT invitation_pkey PRIMARY KEY (user_id),
     CONSTRAINT invitation_token_hash_key UNIQUE (token_hash),
     CONSTRAINT invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user" (id)
       ON DELETE RESTRICT
   )`,
];

const SESSIONS = [
  `CREATE TABLE session (
     id int GENERATED ALWAYS AS IDENTITY,
     user_id int NOT NULL,
     created_at timestamptz(3) NOT NULL,
     idle_until timestamptz(3) NOT NULL,
     expires_at timestamptz(3) NOT NULL,
     CONSTRAINT session_pkey PRIMARY KEY (id),
     CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user" (id)
       ON DELETE RESTRICT
   )`,
  'CREATE INDEX session_user_id_idx ON session (user_id)',
  `CREATE TABLE refresh_token (
     hash bytea NOT NULL,
     session_id int NOT NULL,
     used_at timestamptz(3),
     CONSTRAINT refresh_token_pkey PRIMARY KEY (hash),
     CONSTRAINT refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id)
       ON DELETE CASCADE
   )`,
  'CREATE INDEX refresh_token_session_id_idx ON refresh_token (session_id)',
];

// Neither table holds what somebody typed as a name: accounts are keyed hashes or ids of people.
const ATTEMPTS = [
  `CREATE TABLE sign_in_attempt (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     attempted_at timestamptz(3) NOT NULL,
     account bytea NOT NULL,
     address inet NOT NULL,
     device text
   )`,
  'CREATE INDEX sign_in_attempt_account_idx ON sign_in_attempt (account, attempted_at DESC)',
  'CREATE INDEX sign_in_attempt_address_idx ON sign_in_attempt (address, attempted_at DESC)',
  `CREATE TABLE sign_in_failure (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     user_id int,
     address inet,
     minute timestamptz(3) NOT NULL,
     further int NOT NULL DEFAULT 0,
     CONSTRAINT sign_in_failure_bucket_key UNIQUE NULLS NOT DISTINCT (user_id, address, minute)
   )`,
];
