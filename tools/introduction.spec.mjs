import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box } from './box.mjs';
import { introduce } from './introduction.mjs';

const product = { wantedPort: 4000, dataDir: '/data', logFile: '/data/tidemark.log' };
const url = 'http://127.0.0.1:4000';

test('the setup link is whole, and there only as long as it is needed', () => {
  assert.match(
    introduce(product, { url, setup_path: '/setup#abc' }),
    /127\.0\.0\.1:4000\/setup#abc/,
  );
  assert.doesNotMatch(introduce(product, { url, setup_path: null }), /setup/i);
});

test('another port than the wanted one is explained', () => {
  const moved = { url: 'http://127.0.0.1:4001', setup_path: null };
  assert.match(introduce(product, moved), /port 4000 is taken/);
  assert.doesNotMatch(introduce(product, { url, setup_path: null }), /taken/);
});

test('the demo team can sign in with what is printed', () => {
  const people = [{ username: 'ana', password: 'tide-4711', role: 'admin' }];
  assert.match(introduce(product, { url, setup_path: null, people }), /ana +tide-4711 +admin/);
});

test('every line of a box is equally long, and a narrow terminal gets none that breaks', () => {
  const lengths = new Set(
    box(['a', ['Open', url]], 80)
      .trim()
      .split('\n')
      .map((l) => l.length),
  );
  assert.equal(lengths.size, 1);
  assert.doesNotMatch(box([['Open', url]], 20), /│/);
});
