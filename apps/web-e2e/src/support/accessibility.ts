import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** The rules that look at colours, in which alone the themes differ. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * No violation of any of axe's rules on what the page shows at the moment, in light and in dark. An open menu floats above
 * the landmarks, which axe grants to dialogs alone.
 */
export async function expectAccessible(
  page: Page,
  what: string,
  { floats = false } = {},
): Promise<void> {
  await wear(page, 'light');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .disableRules(floats ? ['region'] : [])
    .analyze();
  expect.soft(inWords(violations), `${what}, light`).toEqual([]);
  await wear(page, 'dark');
  expect.soft(inWords(await colours(page)), `${what}, dark`).toEqual([]);
}

/** Colours that are still on their way from one theme to the other are nobody's; what inherits them starts later. */
async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const changes = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    do {
      await Promise.allSettled(changes().map(({ finished }) => finished));
      await frame();
    } while (changes().length > 0);
  });
}

/** By the axe that the builder has left in the page: putting it there again takes as long as the rules themselves. */
function colours(page: Page): Promise<Violations> {
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run: AxeRun } };
    const { violations } = await axe.run(document, {
      runOnly: { type: 'rule', values: rules },
      resultTypes: ['violations'],
    });
    return violations;
  }, ABOUT_COLOURS);
}

type AxeRun = (context: Document, options: object) => Promise<{ violations: Violations }>;

function inWords(violations: Violations) {
  return violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
}
