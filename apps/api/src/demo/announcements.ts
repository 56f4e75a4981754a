import { CREATE, REMOVE, type Turn, UPDATE } from './turn';

const say = (share: number, by: string, project: string, body: string, as?: string): Turn => ({
  ...{ share, by, ...CREATE, path: `/projects/{project:${project}}/comments`, body: { body } },
  ...(as && { as: `comment:${as}` }),
});

const MINUTES = `Minutes of the kick-off:

- the old booking stays up until **the whole fleet** is in the new one
- no account needed to book; @elif draws the form without one
- harbour Wi-Fi is as slow as they say, @dev has measured it`;

const SCOPE = `What the council has decided:

1. bins first, because that is what people look for
2. council tax second
3. everything else by the number of phone calls it causes

@maya has the list of calls.`;

/** What leads say about a project as a whole, and others to them. */
export const ANNOUNCEMENTS: readonly Turn[] = [
  say(0.03, 'ben', 'ferry', MINUTES, 'minutes'),
  {
    ...{ share: 0.04, by: 'ben', ...UPDATE, path: '/comments/{comment:minutes}' },
    body: { body: `${MINUTES}\n- vehicles over 3.5 t by phone, as before` },
  },
  say(0.05, 'cleo', 'council', SCOPE),
  say(0.06, 'elif', 'portal', '@ben The clinic asks whether letters can be printed. They can.'),
  say(0.1, 'ana', 'brand', '@cleo Round one goes out on Friday. Three logos, not five, please.'),
  say(0.13, 'cleo', 'audit', 'Their PDF letters are scans. @jonas, note it and do not read on.'),
  say(0.19, 'dev', 'ferry', 'Staging has the real timetable now. Please do not book anything.'),
  say(0.21, 'ana', 'studio', 'Office closed at four on Friday: they test the fire alarm.'),
  say(0.28, 'maya', 'catalogue', '@cleo 96 pages, and the essays alone fill 70. Who tells them?'),
  say(0.29, 'cleo', 'catalogue', '@maya I do. Smaller images are **not** the answer this time.'),
  say(0.31, 'ana', 'brand', 'Kestrel has taken variant two. @maya, the others go to the archive.'),
  say(0.36, 'ben', 'timetable', '@dev Offline first: the app is opened where there is no network.'),
  say(0.39, 'maya', 'council', 'Forty pages gone, and nobody has called. @cleo, on to the next.'),
  say(0.41, 'cleo', 'council', '@elif Is the chart ready for the board?', 'astray'),
  // Meant for the dashboards.
  { share: 0.41, by: 'cleo', ...REMOVE, path: '/comments/{comment:astray}' },
  say(0.41, 'cleo', 'opendata', '@elif Is the chart ready for the board?'),
  say(0.45, 'elif', 'opendata', '@cleo Since this morning. It loads in 0.8 s, on my machine.'),
  say(0.54, 'cleo', 'shop', 'Returns go to the Porto warehouse from now on. @dev, new address.'),
  say(
    0.59,
    'ben',
    'guide',
    'The museum lends us a phone from 2019. @elif, that is the slowest one.',
  ),
  say(
    0.65,
    'elif',
    'wholesale',
    '@dev The dealers send **seven** kinds of spreadsheet. I counted.',
  ),
  say(0.67, 'cleo', 'opendata', 'On hold until their elections are over. Everything is pushed.'),
  say(0.72, 'ben', 'ferry', 'Soft launch on the short crossing. @maya and @dev watch the errors.'),
  say(
    0.77,
    'cleo',
    'catalogue',
    'We are back. @maya, the file is where you left it: `v7-final-2`.',
  ),
  say(
    0.83,
    'ben',
    'portal',
    'Security review booked. @elif, please gather what leaves the clinic.',
  ),
  say(0.88, 'dev', 'timetable', '@ben Delays arrive faster than on the screens in the harbour.'),
  say(0.92, 'elif', 'wholesale', 'First dealer is on. He asks for the spreadsheet back, @ben.'),
  say(0.96, 'cleo', 'council', '@maya Search finds “bins” in 40 ms now. The mayor has tried it.'),
];
