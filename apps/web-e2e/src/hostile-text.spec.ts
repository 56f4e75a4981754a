import { request, type Browser, type Page } from '@playwright/test';
import type { ClientView, ProjectView, Session, TaskView } from '@tidemark/contracts';
import { Api } from './support/api';
import { PASSWORD, type Person, unique, zoneAtNoon } from './support/people';
import { activity, choose, expectPage, feedOf, toast } from './support/screen';
import { expect, type Team, test } from './support/test';

// A whole team of it, on every page.
test.slow();

const RUN = 'window.attacked=1';
/** Each would run, or become something other than text, where it is not treated as text. */
const HOSTILE = {
  person: `<img src=x onerror=${RUN}>`,
  client: `"><svg onload=${RUN}>`,
  project: `<script>${RUN}</script>{{constructor.constructor('${RUN}')()}}`,
  task: `[x](javascript:${RUN}) &lt;b&gt; &#60;img src=x onerror=${RUN}&#62;`,
  note: `'"\`><iframe srcdoc="<script>parent.attacked=1</script>"></iframe>`,
  template: `</title><script>${RUN}</script>`,
  view: `javascript:${RUN}//<a href=x onclick=${RUN}>`,
  browser: `<img src=x onerror=${RUN}> "><script>${RUN}</script>`,
};
const COMMENT = [
  HOSTILE.person,
  HOSTILE.client,
  `[press](javascript:${RUN})`,
  `[open](data:text/html,<script>opener.${RUN}</script>)`,
  `<javascript:${RUN}>`,
  `![x" onerror="${RUN}](x)`,
].join('\n\n');

/** Somebody of such a name, in such a browser, whose every word is an attack. */
async function hostileTeam(browser: Browser, office: Api, team: Team) {
  const mallory = await team.hire('Mallory', 'member', zoneAtNoon());
  const told = await spokenBy(browser, mallory);
  const display_name = unique(HOSTILE.person);
  await office.patch(`users/${mallory.id}`, { display_name });
  const client = await office.post<ClientView>('clients', { name: unique(HOSTILE.client) });
  const project = await office.post<ProjectView>('projects', {
    name: unique(HOSTILE.project),
    description: COMMENT,
    client_id: client.id,
  });
  await office.post(`projects/${project.id}/members`, { user_id: mallory.id, role: 'lead' });
  const words = { project_id: project.id, note: HOSTILE.note };
  const task = await told.post<TaskView>('tasks', {
    ...{ name: unique(HOSTILE.task), project_id: project.id, description: COMMENT },
    assigned_to: mallory.id,
  });
  await told.post(`tasks/${task.id}/comments`, { body: `${COMMENT}\n\n@${mallory.username}` });
  await told.post(`projects/${project.id}/comments`, { body: COMMENT });
  const template = unique(HOSTILE.template);
  await told.post('time-entry-templates', { ...words, name: template, task_id: task.id });
  const view = unique(HOSTILE.view).slice(0, 100);
  const filter = { q: HOSTILE.person, project_id: `${project.id}` };
  await told.post('saved-filters', { name: view, filter, scope: 'everybody' });
  const now = Date.now();
  const [started_at, ended_at] = [120, 60].map((ago) => new Date(now - ago * 60_000));
  await told.post('time-entries', { ...words, task_id: task.id, started_at, ended_at });
  await office.post(`projects/${project.id}/archive`, { reason: HOSTILE.note });
  await office.post(`projects/${project.id}/unarchive`, {});
  return { mallory, display_name, client, project, task, template, view };
}

/** The API as spoken to by the person's hostile browser. */
async function spokenBy(browser: Browser, { username }: Person): Promise<Api> {
  const { baseURL } = test.info().project.use;
  const context = await request.newContext({ baseURL, userAgent: HOSTILE.browser });
  browser.once('disconnected', () => void context.dispose());
  const session = await new Api(context).post<Session>('auth/login', {
    ...{ username, password: PASSWORD },
  });
  return new Api(context, session.access_token);
}

/** Nothing has run, and nothing has become an element that only the attack could have made. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  const made = page.locator('img[src="x"], iframe, svg[onload], [onclick], [onerror], body base');
  await expect(made).toHaveCount(0);
  await expect(page.locator('a[href^="javascript:" i], a[href^="data:" i]')).toHaveCount(0);
}

/** Each of the texts stands on the screen to the letter. */
async function expectText(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) await expect(page.getByText(text).first()).toBeAttached();
  await expectHarmless(page);
}

test('attacks in names, comments and browsers are text wherever they are shown', async ({
  browser,
  office,
  team,
  isMobile,
}) => {
  const { mallory, display_name, client, project, task, template, view } = await hostileTeam(
    browser,
    office,
    team,
  );
  const page = await mallory.open(`/projects/${project.id}`);

  await test.step('in a project, its title and its comments', async () => {
    await expectPage(page, project.name);
    await expect(page).toHaveTitle(`${project.name} – Tidemark`);
    await expectText(page, client.name, display_name, HOSTILE.client, 'press', 'open');
    await page.getByRole('tab', { name: 'Members' }).click();
    await expect(page.getByRole('list', { name: 'Members' })).toContainText(display_name);
    await page.getByRole('tab', { name: 'Activity' }).click();
    await expect(feedOf(page)).toContainText(`“${HOSTILE.note}”`);
    await expectHarmless(page);
  });

  await test.step('in the comments of a task, and while one is written', async () => {
    await page.goto(`/tasks?project_id=${project.id}`);
    await expectText(page, task.name);
    // On a phone they are on the page of the task alone.
    if (isMobile) await page.getByRole('link', { name: task.name, exact: true }).click();
    else await page.getByRole('button', { name: `Comments on ${task.name}` }).click();
    const dialog = page.getByRole(isMobile ? 'main' : 'dialog');
    await expect(dialog.getByRole('heading', { name: task.name })).toBeVisible();
    await expect(dialog.getByRole('listitem')).toContainText(HOSTILE.client);
    await expect(dialog.locator('.mention')).toHaveAttribute('title', display_name);
    const box = dialog.getByRole('textbox', { name: 'Comment on this task' });
    await box.pressSequentially('@mal');
    await expect(dialog.getByRole('option')).toContainText(display_name);
    await box.fill(COMMENT);
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(HOSTILE.person);
    await expectHarmless(page);
  });

  await test.step('in pickers, templates, toasts, the timer and its title', async () => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Project' }).fill('constructor');
    await expect(page.getByRole('option').first()).toContainText(project.name);
    await page.getByRole('combobox', { name: 'Project' }).press('Escape');
    await choose(page, 'Templates', template);
    await expect(toast(page)).toContainText(`Started “${HOSTILE.note}”`);
    await expect
      .poll(async () => (await page.title()).replace(/^\d:\d\d:\d\d/, ''))
      .toBe(` ${HOSTILE.note} · Today – Tidemark`);
    await expectText(page, HOSTILE.note, project.name);
    await page.goto('/templates');
    await expectText(page, template, project.name);
    await page.goto('/time');
    await expectText(page, HOSTILE.note, project.name);
  });

  await test.step('in the saved views, and what they search for', async () => {
    await page.goto('/activity');
    await page.getByRole('button', { name: view }).first().click();
    await expect(page).toHaveURL(/[?&]q=/);
    await page.getByRole('button', { name: `More for the view ${view}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('alertdialog')).toContainText(`Delete the view “${view}”?`);
    await expectHarmless(page);
  });
});

test('attacks are text for the office, too, with the browsers they came from', async ({
  browser,
  office,
  team,
}) => {
  const { display_name, client, project, task } = await hostileTeam(browser, office, team);
  const ana = await team.hire('Ana Pereira', 'admin');
  const page = await ana.open(`/activity?project_id=${project.id}`);

  await test.step('in the feed and in the details of an activity', async () => {
    const commented = activity(page, 'commented on task').first();
    await expect(commented).toContainText(task.name);
    await expect(commented).toContainText(display_name);
    await commented.getByRole('button', { name: 'Details' }).click();
    await expect(commented).toContainText(HOSTILE.browser);
    await expectHarmless(page);
  });

  await test.step('in the lists of clients, people and projects', async () => {
    for (const [path, name] of [
      ['/clients?q=onload', client.name],
      ['/people?q=onerror', display_name],
      ['/projects?q=constructor', project.name],
    ] as const) {
      await page.goto(path);
      await expectText(page, name);
    }
  });
});
