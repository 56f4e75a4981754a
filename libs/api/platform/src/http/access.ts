import { Reflector } from '@nestjs/core';
import type { Role } from '@tidemark/contracts';

/** Anybody may call this route; the text says why that is right. */
export const Public = Reflector.createDecorator<string>();

const AllowedRoles = Reflector.createDecorator<Role[]>();

/** Who may call this route. What a member may see or change within it is decided by its service. */
export const Allow = Object.assign((...roles: Role[]) => AllowedRoles(roles), {
  KEY: AllowedRoles.KEY,
  metadata: AllowedRoles,
});

/** Everybody who is signed in. */
export const SIGNED_IN = ['admin', 'auditor', 'member'] as const satisfies Role[];
/** Auditors read everything and change nothing. */
export const WRITERS = ['admin', 'member'] as const satisfies Role[];
export const REVIEWERS = ['admin', 'auditor'] as const satisfies Role[];
