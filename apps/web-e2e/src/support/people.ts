import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { InvitedUser, Me, Role, Session } from '@tidemark/contracts';
import { Api } from './api';
import { type Complaints, complaintsOf } from './complaints';
import { ready } from './ready';

/** Whom the first run makes; every other person is invited by this one. */
export const FIRST = {
  display_name: 'Ada Lindqvist',
  username: 'ada.lindqvist',
  email: 'ada@example.com',
  password: 'seven tides before noon',
};

export const PASSWORD = 'a harbour full of lanterns';

/** What signing in by hand leaves behind beside the cookie, which comes with the answer. */
const signedInBefore = () => ({
  cookies: [],
  origins: [{ origin: ready().url, localStorage: [{ name: 'tidemark.session', value: 'on' }] }],
});

/** Where it is noon at the moment: what happens some hours around now is on one day there, and in one week. */
export function zoneAtNoon(): string {
  const behind = new Date().getUTCHours() - 12;
  return behind === 0 ? 'UTC' : `Etc/GMT${behind > 0 ? '+' : ''}${behind}`;
}

let made = 0;

/** A name that no other spec uses, on whatever device it runs at the same time. None begins with another. */
export function unique(name: string): string {
  const code = (number: number) => number.toString(36).padStart(5, '0');
  return `${name} ${code(process.pid)}${code(++made)}`;
}

/** Somebody with a browser of their own, signed in. */
export interface Person extends Me {
  api: Api;
  context: BrowserContext;
  complaints: Complaints;
  /** Opens a page of the product in a new tab. With `clock` its time can be moved on: `page.clock.fastForward()`. */
  open(path?: string, options?: { clock?: boolean }): Promise<Page>;
}

/** Invites a person and lets them accept in a new browser. `name` becomes unique. */
export async function hire(
  browser: Browser,
  office: Api,
  name: string,
  role: Role,
  time_zone: string,
): Promise<Person> {
  const display_name = unique(name);
  const username = display_name.toLowerCase().replaceAll(' ', '.');
  const { invitation } = await office.post<InvitedUser>('users', {
    ...{ display_name, username, role, time_zone },
    email: `${username}@example.com`,
  });
  const context = await browser.newContext({ storageState: signedInBefore() });
  const { access_token, user } = await new Api(context.request).post<Session>('auth/invitation', {
    token: invitation.path.split('#')[1],
    password: PASSWORD,
  });
  return personIn(context, user, access_token);
}

/** With `E2E_JITTER=300` every third request of a page, for scripts as for answers, is up to 300 ms late. */
async function dawdle(page: Page): Promise<void> {
  const most = Number(process.env['E2E_JITTER'] ?? 0);
  if (!most) return;
  await page.route('**/*', async (route) => {
    if (Math.random() < 1 / 3) await setTimeout(Math.random() * most);
    await route.fallback().catch(() => undefined);
  });
}

function personIn(context: BrowserContext, me: Me, token: string): Person {
  const complaints: Complaints = { grave: [], all: [] };
  context.on('page', (page) => complaintsOf(page, complaints));
  return {
    ...me,
    api: new Api(context.request, token),
    context,
    complaints,
    open: async (path = '/', { clock = false } = {}) => {
      const page = await context.newPage();
      await dawdle(page);
      if (clock) await page.clock.install();
      await page.goto(path);
      return page;
    },
  };
}
