import { type KeyObject, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { parseId, Sql, type Viewer } from '@tidemark/api/platform';
import passport from 'passport';
import { Strategy } from 'passport-jwt';
import { Keys } from '../keys';
import {
  type AccessClaims,
  ALGORITHM,
  AUDIENCE,
  bearerToken,
  hasOwnHeader,
  ISSUER,
  LEEWAY_SECONDS,
} from './access-tokens';

/** The person behind a request, and the session that the request belongs to. */
export interface SignedInPerson extends Viewer {
  readonly sessionId: number;
}

// On the way of every request: two look-ups by primary key in one prepared statement.
const PERSON = `
  SELECT u.id, u.role, u.time_zone AS "timeZone", s.id AS "sessionId"
  FROM "user" u JOIN session s ON s.user_id = u.id
  WHERE u.id = $1 AND s.id = $2 AND u.token_version = $3 AND u.is_active`;

/** Reads the person from the database on every request, so that a deactivation or a role acts at once. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  /** Passport's registry is one for the process: two APIs in it must not share a strategy. */
  readonly ownName = `jwt ${randomUUID()}`;

  constructor(
    keys: Keys,
    private readonly sql: Sql,
  ) {
    super({
      jwtFromRequest: bearerToken,
      secretOrKeyProvider: (_request, token: string, done) => {
        if (!hasOwnHeader(token)) return done('Not an access token of this API');
        // It goes through to jsonwebtoken, which takes a KeyObject; the types in between lag behind.
        done(null, keys.verifying as KeyObject & Buffer);
      },
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      jsonWebTokenOptions: { clockTolerance: LEEWAY_SECONDS },
    });
    passport.use(this.ownName, this);
  }

  /** Called by passport with the claims of a token whose signature and times are right. */
  async validate(claims: Partial<AccessClaims>): Promise<SignedInPerson | null> {
    const { ver, sid, iat, exp } = claims;
    const id = parseId(claims.sub);
    const isFromNow = Number(iat) <= Date.now() / 1_000 + LEEWAY_SECONDS;
    if (id === null || !isFromNow || !Number.isFinite(exp) || ![ver, sid].every(fits)) return null;
    const [person] = await this.sql.rows<SignedInPerson>('signed-in-person', PERSON, [
      id,
      sid,
      ver,
    ]);
    return person ?? null;
  }
}

/** Whether a claim fits an integer column. */
const fits = (claim: unknown) => Number.isInteger(claim) && Math.abs(Number(claim)) < 2 ** 31;
