import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { Me, Problem } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';

const JWT_SECRET = 'a secret of the specs, long enough for HS256';
let api: SpecApi;
let admin: Person;
let member: Person;
let claims: Record<string, unknown>;

beforeAll(async () => {
  api = await SpecApi.start({ JWT_SECRET });
  admin = await api.people.make('admin', 'admin');
  member = await api.people.make('member');
  claims = JSON.parse(Buffer.from(member.token.split('.')[1] ?? '', 'base64url').toString());
});
afterAll(() => api.stop());

const HEADER = { alg: 'HS256', typ: 'at+jwt' };
const seconds = () => Math.floor(Date.now() / 1_000);
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function signed(
  own: object,
  header: object = HEADER,
  secret: string = JWT_SECRET,
  hash = 'sha256',
) {
  const content = `${encode(header)}.${encode({ ...claims, ...own })}`;
  return `${content}.${createHmac(hash, secret).update(content).digest('base64url')}`;
}

const read = (authorization: string, url = '/me') =>
  api.anonymous.with({ authorization }).get<Me & Problem>(url);

it('lets a token in that it would have issued itself', async () => {
  expect((await read(`Bearer ${signed({})}`)).body.username).toBe('member');
});

it('says nothing about the person in the token but the id', () => {
  expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub', 'ver']);
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(600);
});

const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const FORGED: [string, () => string][] = [
  ['no token', () => ''],
  ['an empty one', () => 'Bearer '],
  ['two spaces', () => `Bearer  ${member.token}`],
  ['a scheme in small letters', () => 'bearer x'],
  ['another scheme', () => `Basic ${member.token}`],
  ['two tokens', () => `Bearer ${member.token}, Bearer ${member.token}`],
  ['something after the token', () => `Bearer ${member.token} x`],
  ['no signature', () => `Bearer ${member.token.replace(/[^.]*$/, '')}`],
  ['alg none', () => `Bearer ${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims)}.`],
  ['alg none, signed', () => `Bearer ${signed({}, { alg: 'none', typ: 'at+jwt' })}`],
  ['alg HS512', () => `Bearer ${signed({}, { ...HEADER, alg: 'HS512' }, JWT_SECRET, 'sha512')}`],
  ['alg RS256 by the shared secret', () => `Bearer ${signed({}, { ...HEADER, alg: 'RS256' })}`],
  ['HS256 by a public key', () => `Bearer ${signed({}, HEADER, publicKey)}`],
  ['another secret', () => `Bearer ${signed({}, HEADER, 'guess')}`],
  ['an empty secret', () => `Bearer ${signed({}, HEADER, '')}`],
  ['another kind of token', () => `Bearer ${signed({}, { alg: 'HS256', typ: 'JWT' })}`],
  ['no kind', () => `Bearer ${signed({}, { alg: 'HS256' })}`],
  ['a kid', () => `Bearer ${signed({}, { ...HEADER, kid: '../../dev/null' })}`],
  ['a jku', () => `Bearer ${signed({}, { ...HEADER, jku: 'http://127.0.0.1:1/keys' })}`],
  ['an x5u', () => `Bearer ${signed({}, { ...HEADER, x5u: 'http://127.0.0.1:1/cert' })}`],
  ['an embedded key', () => `Bearer ${signed({}, { ...HEADER, jwk: { kty: 'oct', k: 'AA' } })}`],
  ['a critical extension', () => `Bearer ${signed({}, { ...HEADER, crit: ['exp'] })}`],
  ['nbf in the future', () => `Bearer ${signed({ nbf: seconds() + 60 })}`],
  ['nbf that is no number', () => `Bearer ${signed({ nbf: 'now' })}`],
  ['iat next year', () => `Bearer ${signed({ iat: seconds() + 31_536_000 })}`],
  ['no iat', () => `Bearer ${signed({ iat: undefined })}`],
  ['no end', () => `Bearer ${signed({ exp: undefined })}`],
  ['an end that is no number', () => `Bearer ${signed({ exp: 'never' })}`],
  ['another audience', () => `Bearer ${signed({ aud: 'elsewhere' })}`],
  ['no audience', () => `Bearer ${signed({ aud: undefined })}`],
  ['another issuer', () => `Bearer ${signed({ iss: 'elsewhere' })}`],
  ['no issuer', () => `Bearer ${signed({ iss: undefined })}`],
  ['a sub that is no number', () => `Bearer ${signed({ sub: 'admin' })}`],
  ['a sub of SQL', () => `Bearer ${signed({ sub: '1 OR 1=1' })}`],
  ['a sub that is a list', () => `Bearer ${signed({ sub: ['1'] })}`],
  ['a sub too large', () => `Bearer ${signed({ sub: '99999999999' })}`],
  ['an unknown person', () => `Bearer ${signed({ sub: '4711' })}`],
  ["another person's session", () => `Bearer ${signed({ sub: String(admin.id) })}`],
  ['an unknown session', () => `Bearer ${signed({ sid: 4711 })}`],
  ['a session that is no number', () => `Bearer ${signed({ sid: 'x' })}`],
  ['a session too large', () => `Bearer ${signed({ sid: 2 ** 40 })}`],
  ['an older version', () => `Bearer ${signed({ ver: -1 })}`],
  ['a payload that is no object', () => `Bearer ${encode(HEADER)}.${encode([])}.AAAA`],
  ['a payload that is no JSON', () => `Bearer ${encode(HEADER)}.AAAA.AAAA`],
];

it.each(FORGED)('refuses %s', async (_what, authorization) => {
  const { status, body, headers } = await read(authorization());
  expect([status, body.type]).toEqual([401, '/problems/unauthenticated']);
  expect(headers['www-authenticate']).toMatch(/^Bearer/);
});

it('refuses a payload that was altered under its signature', async () => {
  const [header, , signature] = member.token.split('.');
  const altered = encode({ ...claims, role: 'admin' });
  expect((await read(`Bearer ${header}.${altered}.${signature}`)).status).toBe(401);
});

it('ignores a role in the payload, even a signed one', async () => {
  const token = signed({ role: 'admin', is_admin: true });
  expect((await read(`Bearer ${token}`)).body.role).toBe('member');
  const { status } = await read(`Bearer ${token}`, `/users/${admin.id}`);
  expect(status).toBe(403);
});

it('tells an expired token from a wrong one, thirty seconds after its end', async () => {
  const expired = await read(`Bearer ${signed({ iat: seconds() - 700, exp: seconds() - 40 })}`);
  expect([expired.status, expired.body.type]).toEqual([401, '/problems/token-expired']);
  const within = await read(`Bearer ${signed({ iat: seconds() - 700, exp: seconds() - 20 })}`);
  expect(within.status).toBe(200);
});

it('takes no token from the address, a cookie or a body', async () => {
  for (const name of ['access_token', 'token', 'jwt', 'authorization', 'auth_token']) {
    expect((await api.anonymous.get(`/me?${name}=${member.token}`)).status).toBe(401);
    const cookie = `${name}=${member.token}`;
    expect((await api.anonymous.with({ cookie }).get('/me')).status).toBe(401);
    expect((await api.anonymous.patch('/me', { [name]: member.token })).status).toBe(401);
  }
});

it('refuses a token as long as a book without reading it', async () => {
  expect((await read(`Bearer ${signed({ padding: 'x'.repeat(100_000) })}`)).status).toBe(401);
  expect((await read(`Bearer ${'A'.repeat(100_000)}.${'A'.repeat(9)}.AAAA`)).status).toBe(401);
});

it('asks the database about the person each time: a deactivation acts at once', async () => {
  const gone = await api.people.make('gone');
  expect((await api.as(gone).get('/me')).status).toBe(200);
  await api.sql('SET session_replication_role = replica');
  await api.sql('UPDATE "user" SET is_active = false WHERE id = $1', [gone.id]);
  expect((await api.as(gone).get('/me')).status).toBe(401);
  await api.sql('UPDATE "user" SET is_active = true WHERE id = $1', [gone.id]);
  expect((await api.as(gone).get('/me')).status).toBe(200);
  await api.sql('UPDATE "user" SET token_version = 1 WHERE id = $1', [gone.id]);
  expect((await api.as(gone).get('/me')).status).toBe(401);
  await api.sql('RESET session_replication_role');
});

it('acts on a new role at once', async () => {
  const auditor = await api.people.make('auditor', 'auditor');
  expect((await api.as(auditor).get(`/users/${admin.id}`)).status).toBe(200);
  await api.as(admin).patch(`/users/${auditor.id}`, { role: 'member' });
  expect((await api.as(auditor).get(`/users/${admin.id}`)).status).toBe(403);
});
