// A boundary that forbids nothing is worth nothing: each of these imports must be an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const FORBIDDEN = [
  [
    'apps/web/src/app/probe.ts',
    "import { Greeter } from '@tidemark/api/platform';\nexport const probe = Greeter;\n",
    /scope:web/,
  ],
  [
    'apps/web/src/app/probe.ts',
    "import { Module } from '@nestjs/common';\nexport const probe = Module;\n",
    /@nestjs/,
  ],
  [
    'libs/contracts/src/probe.ts',
    "import { Greeter } from '@tidemark/api/platform';\nexport const probe = Greeter;\n",
    /scope:shared/,
  ],
  [
    'libs/api/platform/src/probe.ts',
    "import { signal } from '@angular/core';\nexport const probe = signal(1);\n",
    /@angular/,
  ],
];

for (const [filePath, code, expected] of FORBIDDEN) {
  test(`${filePath} may not: ${code.split('\n')[0]}`, async () => {
    const [result] = await eslint.lintText(code, { filePath });
    const messages = result.messages
      .filter((m) => m.ruleId === '@nx/enforce-module-boundaries')
      .map((m) => m.message);
    assert.equal(messages.length, 1, JSON.stringify(result.messages));
    assert.match(messages[0], expected);
  });
}

test('an allowed import stays allowed', async () => {
  const code = "import type { Hello } from '@tidemark/contracts';\nexport type Probe = Hello;\n";
  const [result] = await eslint.lintText(code, { filePath: 'apps/web/src/app/probe.ts' });
  assert.deepEqual(result.messages, []);
});
