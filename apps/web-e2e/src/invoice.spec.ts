import type { InvoiceView, TimeEntryView } from '@tidemark/contracts';
import { expectAccessible } from './support/accessibility';
import type { Person } from './support/people';
import { activity, choose, expectPage, toast } from './support/screen';
import { expect, type Team, test } from './support/test';

const HOUR_MS = 3_600_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10);

/** Two hours of somebody on a project at 85.00 an hour, whose client has an address. */
async function trackedProject(team: Team, ana: Person, ben: Person) {
  const project = await team.project('Apollo', [[ben, 'member']]);
  await ana.api.patch(`projects/${project.id}`, { hourly_rate: '85.00' });
  await ana.api.patch(`clients/${project.client_id}`, { email: 'office@acme.example' });
  const end = Date.now() - HOUR_MS;
  await ben.api.post<TimeEntryView>('time-entries', {
    project_id: project.id,
    note: 'Drafted the pages',
    started_at: new Date(end - 2 * HOUR_MS).toISOString(),
    ended_at: new Date(end).toISOString(),
  });
  return project;
}

test('tracked time becomes an invoice that is sent, paid in parts, and in the history', async ({
  team,
}) => {
  const [ana, ben] = [await team.hire('Ana Pereira', 'admin'), await team.hire('Ben Kaya')];
  const project = await trackedProject(team, ana, ben);
  const page = await ana.open(`/projects/${project.id}`);
  const status = (name: string) =>
    expect(page.locator('tm-invoice-status-chip').first()).toHaveText(name);
  let number = '';

  await test.step('written from the unbilled time of the project', async () => {
    await choose(page, `More for ${project.name}`, 'Invoice');
    await expectPage(page, 'New invoice');
    await expect(page.getByText(/All unbilled time is filled in: 2:00 hours/)).toBeVisible();
    await expect(page.getByLabel('Description of line 1')).toHaveValue(project.name);
    await page.getByLabel('Tax in %').fill('20');
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByLabel('Description of line 2').fill('Fonts – Привет, Ευρώπη');
    await page.getByLabel('Unit price of line 2').fill('30');
    await expect(page.getByLabel('Totals')).toContainText('€240.00');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expectPage(page, /^Invoice \d{4}-\d{4}/);
    await status('Draft');
    number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Invoice ', '');
  });

  await test.step('sent, and kept in the mailbox because there is no mail server', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('To', { exact: true })).toHaveValue('office@acme.example');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(toast(page).filter({ hasText: 'Kept in the mailbox' })).toBeVisible();
    await status('Sent');
  });

  await test.step('paid in two parts', async () => {
    await page.getByRole('button', { name: 'Record payment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount in EUR').fill('100');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await status('Partially paid');
    await expect(page.locator('tm-invoice-account')).toContainText('€140.00');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await expect(dialog.getByLabel('Amount in EUR')).toHaveValue('140.00');
    await dialog.getByLabel('How').selectOption('Card');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await status('Paid');
  });

  await test.step('a payment that was a mistake is taken back, and recorded as it was meant', async () => {
    await page.getByRole('button', { name: 'Take back the payment of €140.00' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByLabel('Reason').fill('Paid by bank, not by card');
    await question.getByRole('button', { name: 'Take back' }).click();
    await status('Partially paid');
    const payments = page.getByRole('region', { name: 'Payments' });
    await expect(payments.getByText('Paid by bank, not by card')).toBeVisible();
    await expect(page.locator('tm-invoice-account')).toContainText('€140.00');
    await page.getByRole('button', { name: 'Record payment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await status('Paid');
    await expect(payments.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('the document is a PDF of its number', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`invoice-${number}.pdf`);
  });

  await test.step('its history is one click away from the list', async () => {
    await page.goto(`/invoices?q=${number}`);
    await page.getByRole('link', { name: `Activity of ${number}` }).click();
    await expect(page.getByRole('tab', { name: 'Activity', selected: true })).toBeVisible();
    for (const told of [
      `created invoice ${number} for ${project.client_name} - EUR 240.00`,
      `sent invoice ${number} to office@acme.example`,
      `recorded payment for invoice ${number} - EUR 100.00`,
      `updated invoice ${number}`,
    ])
      await expect(activity(page, told)).toBeVisible();
    await expect(page.getByText('Paid by bank, not by card').first()).toBeVisible();
  });

  await test.step('the mail is in the mailbox, with the document', async () => {
    await page.goto('/mailbox');
    await page.getByRole('link', { name: new RegExp(`Invoice ${number}`) }).click();
    await expect(page.getByRole('article')).toContainText(`please find attached invoice ${number}`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `invoice-${number}.pdf` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`invoice-${number}.pdf`);
  });

  await test.step('the time is locked, and leads to the invoice', async () => {
    const desk = await ben.open(`/projects/${project.id}?tab=time`);
    await expect(desk.getByText('Drafted the pages')).toBeVisible();
    await expect(desk.getByRole('img', { name: 'Locked' })).toBeVisible();
    await expect(desk.getByRole('button', { name: 'More for Drafted the pages' })).toHaveCount(0);

    await page.goto(`/projects/${project.id}?tab=time`);
    await page.getByRole('link', { name: 'The invoice of Drafted the pages' }).click();
    await expect(page.getByRole('link', { name: number, exact: true })).toBeVisible();
  });
});

test('a draft that is left unsaved asks first, and a cancelled one frees its time', async ({
  team,
}) => {
  const [ana, ben] = [await team.hire('Ana Pereira', 'admin'), await team.hire('Ben Kaya')];
  const project = await trackedProject(team, ana, ben);
  const page = await ana.open(`/invoices/new?client_id=${project.client_id}`);
  await page.getByRole('button', { name: 'Add tracked time' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: project.name })).toBeChecked();
  await dialog.getByLabel('Rounding').selectOption({ label: 'Each entry up to full 15 minutes' });
  await dialog.getByRole('button', { name: 'Add 1 line' }).click();
  await expect(page.getByLabel('Quantity of line 1')).toHaveValue('2.00');

  await page.getByRole('link', { name: 'Invoices' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Quantity of line 1')).toHaveValue('2.00');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expectPage(page, /^Invoice/);

  await choose(page, /^More for/, 'Cancel invoice');
  await expect(page.getByRole('alertdialog')).toContainText('can be billed again');
  await page.getByRole('button', { name: 'Cancel the invoice' }).click();
  await expect(page.locator('tm-invoice-status-chip').first()).toHaveText('Cancelled');
  await page.goto(`/invoices/new?project_id=${project.id}&time=unbilled`);
  await expect(page.getByLabel('Description of line 1')).toHaveValue(project.name);
});

test('two who edit one draft lose nothing: the second is told, and has both changes', async ({
  team,
}) => {
  const [ana, ben] = [
    await team.hire('Ana Pereira', 'admin'),
    await team.hire('Ben Kaya', 'admin'),
  ];
  const { client_id } = await team.project('Apollo');
  const line = { description: 'Design', quantity: '2', unit_price: '80' };
  const { id, number, revision } = await ana.api.post<InvoiceView>('invoices', {
    ...{ client_id, currency: 'EUR', due_date: inDays(30), lines: [line] },
  });
  const page = await ana.open(`/invoices/${id}/edit`);
  await page.getByLabel('Notes').fill('Thank you');
  const lines = [line, { ...line, description: 'Code' }];
  await ben.api.patch<InvoiceView>(`invoices/${id}`, { lines, revision });
  await page.getByRole('button', { name: 'Save draft' }).click();

  const told = `${ben.display_name} changed this draft meanwhile`;
  const question = page.getByRole('group', { name: told });
  await expect(question).toContainText('Changed: lines.');
  await expectAccessible(page, 'A draft that was changed meanwhile');
  await expect(page.getByLabel('Notes')).toHaveValue('Thank you');
  const [now] = await Promise.all([
    page.waitForEvent('popup'),
    question.getByRole('link', { name: 'See it as it is now' }).click(),
  ]);
  await expect(now.getByRole('article', { name: `Invoice ${number}` })).toContainText('Code');
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByLabel('Description of line 2')).toHaveValue('Code');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const paper = page.getByRole('article', { name: `Invoice ${number}` });
  await expect(paper).toContainText('Thank you');
  await expect(paper).toContainText('Code');
});
