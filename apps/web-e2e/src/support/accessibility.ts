import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const THEMES = ['light', 'dark'] as const;

/**
 * No violation of any of axe's rules on what the page shows at the moment, in both themes. An open menu floats above the
 * landmarks, which axe grants to dialogs alone.
 */
export async function expectAccessible(
  page: Page,
  what: string,
  { floats = false } = {},
): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await axe.disableRules(floats ? ['region'] : []).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
