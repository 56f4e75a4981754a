import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupService } from '@tidemark/api/accounts';
import { Config } from '@tidemark/api/platform';
import { gatherTeam } from './gather-team';
import { planDemo, setupTime } from './plan-demo';
import { Stage } from './stage';
import { DEMO_PEOPLE, type DemoPerson } from './team';

export type { DemoPerson } from './team';

export interface SeedOptions {
  /** Days of work, today included; at least two. */
  days?: number;
  /** What time it is when the demo ends. */
  now?: Date;
  /** Another seed tells another story. */
  seed?: number;
}

/** In the data folder once the team is complete. */
const MARK = 'demo-team';

/**
 * Fills an empty database with a team of eight and its work, through the routes of the product and with its
 * clock set back, so that everything is in the trail as if it had happened. Does nothing when that is done.
 * @returns the people, with the password that they sign in with
 * @throws Error for a database with accounts that are not the demo team's, or only a part of it
 */
export async function seedDemo(
  app: NestFastifyApplication,
  { days = 90, now = new Date(), seed = 20_260_101 }: SeedOptions = {},
): Promise<readonly DemoPerson[]> {
  await app.init();
  const { DATA_DIR: folder } = app.get(Config);
  const mark = join(folder, MARK);
  const setupToken = await app.get(SetupService).pendingToken();
  if (setupToken === null) {
    if (existsSync(mark)) return DEMO_PEOPLE;
    throw new Error(
      'The database holds accounts but no complete demo team, perhaps because making it was ' +
        `interrupted. Remove ${folder} to start the demo afresh, or start without it.`,
    );
  }
  await play(app, { days, now, seed }, setupToken);
  writeFileSync(mark, `${now.toISOString()}\n`, { mode: 0o600 });
  return DEMO_PEOPLE;
}

async function play(
  app: NestFastifyApplication,
  options: Required<SeedOptions>,
  setupToken: string,
): Promise<void> {
  const begun = Date.now();
  const steps = planDemo(options);
  const stage = new Stage(app);
  try {
    await gatherTeam(stage, setupTime(options), setupToken);
    for (const step of steps) await stage.play(step);
  } finally {
    stage.leave();
  }
  const seconds = Math.round((Date.now() - begun) / 1_000);
  new Logger('Demo').warn(`The demo team has done ${steps.length} things in ${seconds} s`);
}
