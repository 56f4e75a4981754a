import type { InvitedUser } from '@tidemark/contracts';
import { minutesAfter } from './script';
import type { Stage } from './stage';
import { DEMO_PASSWORD, TEAM, type Teammate } from './team';

const FIRST_PASSWORD = 'harbour-lantern-88';

/**
 * The first morning: one person sets the product up, invites the others, and they follow their links.
 * @param setupToken of the one-time setup link
 */
export async function gatherTeam(stage: Stage, at: Date, setupToken: string): Promise<void> {
  const [founder, ...others] = TEAM;
  if (!founder) return;
  await setUp(stage, founder, at, setupToken);
  let moment = minutesAfter(at, 4);
  for (const person of others) {
    moment = minutesAfter(moment, 1.5);
    const token = await invite(stage, founder, person, moment);
    await accept(stage, person, minutesAfter(moment, 1), token);
  }
}

async function setUp(stage: Stage, founder: Teammate, at: Date, token: string): Promise<void> {
  const { username, display_name, time_zone } = founder;
  const email = `${username}@saltmarsh.example`;
  const session = await stage.play<{ user: { id: number } }>({
    ...{ at, by: username, method: 'POST', path: '/setup' },
    body: { token, username, display_name, email, password: DEMO_PASSWORD, time_zone },
  });
  stage.know(`user:${username}`, session?.user.id ?? 0);
}

/** @returns the token of the invitation link */
async function invite(
  stage: Stage,
  founder: Teammate,
  { username, display_name, role, time_zone }: Teammate,
  at: Date,
): Promise<string> {
  const email = `${username}@saltmarsh.example`;
  const invited = await stage.play<InvitedUser>({
    ...{ at, by: founder.username, method: 'POST', path: '/users' },
    body: { username, display_name, email, role, time_zone },
  });
  stage.know(`user:${username}`, invited?.user.id ?? 0);
  return invited?.invitation.path.split('#')[1] ?? '';
}

/** Dev takes one password and then thinks of a better one. */
async function accept(stage: Stage, person: Teammate, at: Date, token: string): Promise<void> {
  const { username } = person;
  const changesIt = username === 'dev';
  const password = changesIt ? FIRST_PASSWORD : DEMO_PASSWORD;
  const step = { by: username, method: 'POST' } as const;
  await stage.play({ ...step, at, path: '/auth/invitation', body: { token, password } });
  if (!changesIt) return;
  const body = { current_password: FIRST_PASSWORD, new_password: DEMO_PASSWORD };
  await stage.play({ ...step, at: minutesAfter(at, 1), path: '/me/password', body });
}
