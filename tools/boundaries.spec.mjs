// A boundary that forbids nothing is worth nothing: each forbidden import must be an error, each allowed one none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const RULE = '@nx/enforce-module-boundaries';

const CONTRACTS = 'libs/contracts/src';
const PLATFORM = 'libs/api/platform/src';
const ACTIVITY = 'libs/api/activity/src';
const ACCOUNTS = 'libs/api/accounts/src';
const WORK = 'libs/api/work/src';
const BILLING = 'libs/api/billing/src';
const API = 'apps/api/src';
const UI = 'libs/web/ui/src';
const SESSION = 'libs/web/session/src';
const FEED = 'libs/web/activity/src';
const WEB_WORK = 'libs/web/work/src';
const WEB_BILLING = 'libs/web/billing/src';
const ADMIN = 'libs/web/admin/src';
const WEB = 'apps/web/src/app';
const BROWSER = 'apps/web-e2e/src';

const FORBIDDEN = [
  [CONTRACTS, '@tidemark/api/platform', 'the wire knows no server'],
  [CONTRACTS, '@tidemark/web/ui', 'the wire knows no screen'],
  [CONTRACTS, '@nestjs/common', 'the wire has no dependencies'],
  [CONTRACTS, 'typeorm', 'the wire has no dependencies'],
  [CONTRACTS, '@angular/core', 'the wire has no dependencies'],
  [CONTRACTS, 'rxjs', 'the wire has no dependencies'],
  [API, '@tidemark/web/session', 'the API knows no screen'],
  [API, '@angular/core', 'the API knows no screen'],
  [PLATFORM, '@angular/core', 'the API knows no screen'],
  [PLATFORM, '@tidemark/api/activity', 'platform is below the activity'],
  [PLATFORM, '@tidemark/api/work', 'platform is below the domains'],
  [ACTIVITY, '@tidemark/api/accounts', 'the activity knows no domain'],
  [ACTIVITY, '@tidemark/api/work', 'the activity knows no domain'],
  [ACTIVITY, '@tidemark/web/activity', 'the API knows no screen'],
  [ACCOUNTS, '@tidemark/api/work', 'work may use accounts, and not the other way round'],
  [ACCOUNTS, '@tidemark/api/billing', 'billing may use accounts, and not the other way round'],
  [WORK, '@tidemark/api/billing', 'billing may use work, and not the other way round'],
  [WEB, '@tidemark/api/platform', 'the web knows the wire alone'],
  [WEB, '@nestjs/common', 'the web knows the wire alone'],
  [WEB, 'typeorm', 'the web knows the wire alone'],
  [WEB, 'pg', 'the web knows the wire alone'],
  [UI, '@tidemark/api/activity', 'the web knows the wire alone'],
  [UI, '@tidemark/web/session', 'building blocks know no session'],
  [UI, '@tidemark/web/work', 'building blocks know no feature'],
  [SESSION, '@tidemark/web/admin', 'the session knows no feature'],
  [FEED, '@tidemark/web/work', 'features never import features'],
  [WEB_WORK, '@tidemark/web/activity', 'features never import features'],
  [WEB_BILLING, '@tidemark/web/work', 'features never import features'],
  [WEB_BILLING, '@tidemark/api/billing', 'the web knows the wire alone'],
  [ADMIN, '@tidemark/web/activity', 'features never import features'],
  [BROWSER, '@tidemark/api/work', 'the browser specs see what a person sees'],
  [BROWSER, '@tidemark/web/ui', 'the browser specs see what a person sees'],
];

const ALLOWED = [
  [API, '@tidemark/api/work'],
  [API, '@tidemark/api/platform'],
  [API, '@tidemark/contracts'],
  [PLATFORM, '@tidemark/contracts'],
  [ACTIVITY, '@tidemark/api/platform'],
  [ACCOUNTS, '@tidemark/api/activity'],
  [WORK, '@tidemark/api/accounts'],
  [WORK, '@tidemark/api/activity'],
  [WORK, '@nestjs/common'],
  [BILLING, '@tidemark/api/work'],
  [BILLING, '@tidemark/api/accounts'],
  [WEB, '@tidemark/web/work'],
  [WEB, '@tidemark/web/activity'],
  [UI, '@tidemark/contracts'],
  [UI, '@angular/core'],
  [SESSION, '@tidemark/web/ui'],
  [FEED, '@tidemark/web/session'],
  [WEB, '@tidemark/web/billing/pages'],
  [WEB_BILLING, '@tidemark/web/ui/pages'],
  [ADMIN, '@tidemark/web/ui'],
  [BROWSER, '@tidemark/contracts'],
];

for (const [folder, imported, why] of FORBIDDEN)
  test(`${folder} may not import ${imported}: ${why}`, async () => {
    assert.equal((await complaints(folder, imported)).length, 1);
  });

for (const [folder, imported] of ALLOWED)
  test(`${folder} may import ${imported}`, async () => {
    assert.deepEqual(await complaints(folder, imported), []);
  });

test('no rule only warns: it is an error or it is absent', async () => {
  for (const file of [`${API}/main.ts`, `${WEB}/app.ts`, `${WEB}/app.html`, 'tools/start.mjs']) {
    const { rules } = await eslint.calculateConfigForFile(file);
    const warnings = Object.entries(rules).filter(([, [severity]]) => severity === 1);
    assert.deepEqual(warnings, [], file);
  }
});

for (const code of [
  'export const anything: any = 1;',
  'export const text = undefined as string | undefined; export const size = text!.length;',
])
  test(`strict rules refuse: ${code}`, async () => {
    const [{ errorCount }] = await eslint.lintText(code, { filePath: `${WORK}/probe.ts` });
    assert.equal(errorCount, 1);
  });

async function complaints(folder, imported) {
  const code = `import * as probe from '${imported}';\nexport const probed = probe;\n`;
  const [{ messages }] = await eslint.lintText(code, { filePath: `${folder}/probe.ts` });
  assert.ok(
    messages.every(({ ruleId }) => ruleId === RULE),
    JSON.stringify(messages),
  );
  return messages;
}
