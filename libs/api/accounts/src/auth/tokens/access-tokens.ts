import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Keys } from '../keys';

export const ACCESS_TOKEN_SECONDS = 600;
export const ISSUER = 'tidemark';
export const AUDIENCE = 'tidemark-api';
export const ALGORITHM = 'HS256';
/** Clocks of several machines may differ by this much. */
export const LEEWAY_SECONDS = 30;

/** Several times what a token of ours has. */
const LONGEST_HEADER = 2_048;

/** RFC 9068: an access token says that it is one, so that no other token can pass for it. */
const HEADER = { alg: ALGORITHM, typ: 'at+jwt' } as const;
const ENCODED_HEADER = Buffer.from(JSON.stringify(HEADER)).toString('base64url');

/** The claims of an access token. The role is not among them: it is read with the person. */
export interface AccessClaims {
  /** Id of the person. */
  sub: string;
  /** The person's token version when it was issued. */
  ver: number;
  /** Id of the session. */
  sid: number;
  iat: number;
  exp: number;
}

/** Issues the tokens that requests carry in `Authorization: Bearer`. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: Keys,
  ) {}

  /** A token for ten minutes of a session. */
  issue(person: { id: number; tokenVersion: number }, sessionId: number): string {
    return this.jwt.sign(
      { ver: person.tokenVersion, sid: sessionId },
      {
        secret: this.keys.signing,
        header: HEADER,
        subject: String(person.id),
        issuer: ISSUER,
        audience: AUDIENCE,
        expiresIn: ACCESS_TOKEN_SECONDS,
      },
    );
  }
}

/**
 * Whether a token has the header that this API writes, to the letter. Every other algorithm, key reference
 * or embedded key is refused before anything else of the token is looked at.
 */
export const hasOwnHeader = (token: string): boolean => token.startsWith(`${ENCODED_HEADER}.`);

/**
 * The token of `Authorization: Bearer <token>`, and of nowhere else: addresses end up in logs.
 * @returns null when there is none, or none that could be one
 */
export function bearerToken({
  headers,
}: {
  headers: { authorization?: string | undefined };
}): string | null {
  const { authorization = '' } = headers;
  if (authorization.length > LONGEST_HEADER) return null;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? null;
}
