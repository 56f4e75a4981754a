import type { ConsoleMessage, Page } from '@playwright/test';

/** What a browser complained about while it showed the product. */
export interface Complaints {
  /** Never right: broken scripts, breaches of the content security policy, errors of the server. */
  grave: string[];
  /** What a refusal or a cut connection leaves behind as well; nobody should see it on a good day. */
  all: string[];
}

const ABOUT_AN_ANSWER = /^Failed to load resource/;

/** Listens to a page from now on. */
export function complaintsOf(page: Page, found: Complaints = { grave: [], all: [] }): Complaints {
  const note = (text: string, isGrave: boolean) => {
    found.all.push(text);
    if (isGrave) found.grave.push(text);
  };
  page.on('pageerror', (error) => note(String(error.stack ?? error), true));
  page.on('console', (message) => {
    if (isTrouble(message)) note(message.text(), !ABOUT_AN_ANSWER.test(message.text()));
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      note(`${response.status()} ${response.url()}`, response.status() >= 500);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page takes back what it was still asking for.
    if (why !== 'net::ERR_ABORTED') note(`${why} ${request.url()}`, false);
  });
  return found;
}

function isTrouble(message: ConsoleMessage): boolean {
  return message.type() === 'error' || /Content.Security|Trusted.?Type/i.test(message.text());
}
