import type { Page } from '@playwright/test';
import { expectPage, openDialog, toast } from './support/screen';
import { expect, test } from './support/test';

/** What is not there yet waits until the returned function is called, and people are faster. */
async function holdBack(page: Page, url: RegExp): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

const A_SCRIPT = /\.js$/;

test(
  'what is typed and entered before the picker has come is picked',
  { tag: '@once' },
  async ({ team }) => {
    const ben = await team.hire('Ben Kaya');
    await team.project('Apollo', [[ben, 'member']]);
    const hermes = await team.project('Hermes', [[ben, 'member']]);
    const page = await ben.open();
    await page.getByLabel('What are you working on?').fill('In a hurry');
    const arrive = await holdBack(page, A_SCRIPT);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Herm');
    await page.keyboard.press('Enter');
    arrive();
    await expect(page.getByRole('combobox', { name: 'Project' })).toHaveValue(hermes.name);
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Running timer' })).toContainText('Hermes');
  },
);

test(
  'Enter picks what was typed, and nothing that was found before',
  { tag: '@once' },
  async ({ team }) => {
    const ben = await team.hire('Ben Kaya');
    const apollo = await team.project('Apollo', [[ben, 'member']]);
    const hermes = await team.project('Hermes', [[ben, 'member']]);
    const page = await ben.open();
    const box = page.getByRole('combobox', { name: 'Project' });
    await box.click();
    await expect(page.getByRole('option', { name: apollo.name })).toBeVisible();
    const answer = await holdBack(page, /\/api\/projects\?.*q=/);
    await page.keyboard.type('Herm');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: apollo.name })).toBeVisible();
    answer();
    await expect(box).toHaveValue(hermes.name);
    await expect(page.getByRole('option')).toHaveCount(0);
  },
);

test('what is typed, entered and sent before the answer has come is sent with the answer', async ({
  team,
}) => {
  const ben = await team.hire('Ben Kaya');
  await team.project('Apollo', [[ben, 'member']]);
  const hermes = await team.project('Hermes', [[ben, 'member']]);
  const page = await ben.open();
  await page.getByRole('combobox', { name: 'Project' }).click();
  await expect(page.locator('tm-picker')).toHaveCount(1);
  const answer = await holdBack(page, /\/api\/projects\?.*q=/);
  await page.keyboard.type('Herm');
  await page.keyboard.press('Enter');
  const start = page.locator('form').getByRole('button', { name: 'Start' });
  await start.press('Enter');
  await expect(start).toHaveAttribute('aria-busy', 'true');
  answer();
  await expect(page.getByRole('region', { name: 'Running timer' })).toContainText(hermes.name);
});

test('filters on a phone wait for what was entered, and stay when there is no such thing', async ({
  team,
}) => {
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Hermes', [[ben, 'member']]);
  const page = await ben.open('/activity');
  await page.setViewportSize({ width: 412, height: 839 });
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const box = page.getByRole('combobox', { name: 'Project' });
  const show = page.getByRole('button', { name: 'Show activity' });
  const enter = async (text: string) => {
    await box.fill(text);
    await box.press('Enter');
    // The list of before may lie over it.
    await show.press('Enter');
  };
  const answer = await holdBack(page, /\/api\/projects\?.*q=/);
  await enter('No such thing');
  await expect(show).toHaveAttribute('aria-busy', 'true');
  answer();
  await expect(page.getByRole('option', { name: 'Nothing found' })).toBeVisible();
  await expect(box).toBeFocused();

  await enter(project.name);
  await expect(page).toHaveURL(new RegExp(`\\?project_id=${project.id}$`));
  await expect(show).toHaveCount(0);
});

test(
  'who goes on while pickers are loading keeps the focus',
  { tag: '@once' },
  async ({ team }) => {
    const ben = await team.hire('Ben Kaya');
    const page = await ben.open();
    await page.getByLabel('What are you working on?').focus();
    const arrive = await holdBack(page, A_SCRIPT);
    for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
    const start = page.getByRole('button', { name: 'Start', exact: false }).first();
    await expect(start).toBeFocused();
    arrive();
    await expect(page.locator('tm-picker')).toHaveCount(2);
    await expect(start).toBeFocused();
  },
);

test('a dialog that is asked for twice opens once, and the cursor stays where it was put', async ({
  team,
}) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const page = await ana.open('/clients');
  await expectPage(page, 'Clients');
  const arrive = await holdBack(page, A_SCRIPT);
  await page.getByRole('button', { name: 'New client' }).first().dblclick();
  await page.keyboard.press('t');
  arrive();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').press('Tab');
  await page.keyboard.type('office@acme.example');
  await expect(page.locator('mat-dialog-container')).not.toHaveClass(/opening/);
  await expect(dialog.getByLabel('E-mail')).toHaveValue('office@acme.example');
  await expect(dialog).toHaveCount(1);
  await expect(page).toHaveURL(/\/clients$/);
});

test('pressing twice creates once', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'lead']]);
  const page = await ana.open(`/projects/${project.id}?tab=tasks`);
  await page.getByRole('button', { name: 'New task' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('Said once');
  // Again as soon as the dialog begins to go.
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('mat-dialog-container form');
    const container = form?.closest('mat-dialog-container');
    new MutationObserver(() => {
      if (container?.classList.contains('mdc-dialog--closing')) form?.requestSubmit();
    }).observe(container as Element, { attributes: true });
  });
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Created “Said once”');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const { total } = await ana.api.get<{ total: number }>(`tasks?project_id=${project.id}`);
  expect(total).toBe(1);
});

test(
  'a slow press counts, though leaving the field moves the button away',
  { tag: '@once' },
  async ({ team }) => {
    const ana = await team.hire('Ana Pereira', 'admin');
    const page = await ana.open('/clients');
    const dialog = await openDialog(page, 'New client');
    await dialog.getByLabel('Name').fill('Acme');
    await dialog.getByLabel('E-mail').fill('nobody');
    const button = dialog.getByRole('button', { name: 'Create client' });
    const before = await button.boundingBox();
    await button.hover({ position: { x: 20, y: 3 } });
    await page.mouse.down();
    await expect(dialog.getByText(/e-mail/i).last()).toBeVisible();
    await expect.poll(async () => (await button.boundingBox())?.y).not.toBe(before?.y);
    await page.mouse.up();
    await expect(dialog.getByLabel('E-mail')).toBeFocused();
  },
);
