// What a person reads when the product has started.
import { box } from './box.mjs';

/** @param ready what the API said: `{ url, setup_path, people }` */
export function introduce(product, { url, setup_path, people = [] }) {
  const moved = Number(new URL(url).port) !== product.wantedPort;
  return box([
    'Tidemark is running.',
    '',
    ['Open', url],
    ...(moved ? [['', `(port ${product.wantedPort} is taken)`]] : []),
    ...(setup_path
      ? [
          ['Set up', `${url}${setup_path}`],
          ['', SETUP],
        ]
      : []),
    ...signIns(people),
    ['Data', product.dataDir],
    ...(product.database ? [['Database', product.database]] : []),
    ['Log', product.logFile],
    ['Stop', 'Ctrl-C'],
  ]);
}

/** What a person reads who has been waiting for some seconds. */
export function stillStarting({ demo }) {
  return demo
    ? 'The demo team is at work: the first time, its 90 days take a minute or two …'
    : 'Still starting …';
}

const SETUP = '(once: makes you the first administrator)';

function signIns(people) {
  if (people.length === 0) return [];
  const widest = (field) => Math.max(...people.map((person) => person[field].length));
  const [name, password] = [widest('username'), widest('password')];
  return [
    '',
    'Sign in as one of the demo team:',
    ...people.map(
      (person) =>
        `  ${person.username.padEnd(name)}   ${person.password.padEnd(password)}   ${person.role}`,
    ),
    '',
  ];
}
