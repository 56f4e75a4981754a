import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { decodeCsv, readCsv } from './csv-table';

const HEAD = ['Date', 'Start', 'End', 'Project', 'Note'];
const DAY = ['2026-01-15', '9:00', '10:00', 'Website'];
const file = (...lines: string[]) => lines.join('\n');
const cellsOf = (text: string) => readCsv(text).lines.map(({ cells }) => cells);

const whole = { unit: 'grapheme', minLength: 1 } as const;
const note = fc
  .oneof(fc.string(whole), fc.string({ ...whole, unit: fc.constantFrom(...'a";,\t\n=\r') }))
  .map((text) => text.trim())
  .filter((text) => text !== '');

it('reads back any note, whatever the delimiter, the line breaks and the quotes', () => {
  const delimiter = fc.constantFrom(',', ';', '\t');
  const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      fc.array(note, { minLength: 1 }),
      delimiter,
      lineBreak,
      fc.boolean(),
      (...given) => {
        const [notes, delimited, broken, bom] = given;
        const rows = [HEAD, ...notes.map((text) => [...DAY, text])];
        const text = stringify(rows, {
          delimiter: delimited,
          record_delimiter: broken,
          bom,
          quoted: true,
        });
        const read = cellsOf(decodeCsv(Buffer.from(text)));
        expect(read.map((cells) => cells.note)).toEqual(
          notes.map((one) => one.replaceAll(/\r\n?/g, '\n')),
        );
        expect(read.every(({ project }) => project === 'Website')).toBe(true);
      },
    ),
  );
});

it('never fails but with a sentence, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        readCsv(decodeCsv(bytes));
      } catch (error) {
        expect(error).toMatchObject({ code: 'validation-failed' });
      }
    }),
  );
});

it.each([
  [
    'Toggl',
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
  ],
  [
    'Clockify',
    'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)',
  ],
  ['Kimai', 'Date,From,To,Duration,Rate,User,Customer,Project,Activity,Description,Billable,Tags'],
  [
    'TimeTracker',
    'ID,User,Project,Client,Task,Start Time,End Time,Duration (hours),Duration (formatted),Notes,Tags,Source,Billable,Created At',
  ],
])('knows the columns of an export of %s', (_tracker, head) => {
  const heads = head.split(',');
  const { lines, ignored } = readCsv(file(head, heads.map((name) => `cell of ${name}`).join(',')));
  expect(lines[0]?.cells).toMatchObject({
    project: 'cell of Project',
    client: expect.stringMatching(/Client|Customer/),
    task: expect.stringMatching(/Task|Activity/),
    note: expect.stringMatching(/Description|Notes/),
    billable: 'cell of Billable',
    person: 'cell of User',
    start: expect.stringMatching(/Start|From/i),
    end: expect.stringMatching(/End|To/i),
    duration: expect.stringMatching(/Duration/),
  });
  expect(ignored).toContain(heads.includes('Tags') ? 'Tags' : 'Group');
});

it('takes the first of two columns that mean the same, and says which it ignores', () => {
  const { lines, ignored } = readCsv(
    file('project;date;Duration (h);Duration (decimal);Colour', 'Website;2026-01-15;1:30;1.5;red'),
  );
  expect(lines[0]?.cells).toEqual({ project: 'Website', date: '2026-01-15', duration: '1:30' });
  expect(ignored).toEqual(['Duration (decimal)', 'Colour']);
});

it('leaves out the columns that are not wanted', () => {
  const { lines, ignored } = readCsv(
    file(
      'project,date,duration,task,user,email',
      'Website,2026-01-15,1,Design,ana,ana@example.org',
    ),
    ['task', 'person'],
  );
  expect(Object.keys(lines[0]?.cells ?? {})).toEqual(['project', 'date', 'duration']);
  expect(ignored).toEqual(['task', 'user', 'email']);
});

it('knows where each line begins, also after empty lines and notes of several', () => {
  const text = file(
    '',
    HEAD.join(','),
    '',
    `${DAY.join(',')},"one\ntwo"`,
    ',,,,',
    `${DAY.join(',')},x`,
  );
  expect(readCsv(text).lines.map(({ line }) => line)).toEqual([4, 7]);
});

it('minds more cells than columns, but not empty ones', () => {
  const line = DAY.join(',');
  const text = file(HEAD.join(','), `${line},a`, `${line},a,`, `${line},a,b`, line);
  expect(readCsv(text).lines.map(({ hasTooMany }) => hasTooMany)).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

it('takes a quotation mark within a text as it is', () => {
  expect(cellsOf(file(HEAD.join(','), `${DAY.join(',')},5" pipe`))[0]?.note).toBe('5" pipe');
});

it.each([
  ['', 'The file is empty'],
  ['\n \n', 'The file is empty'],
  [HEAD.join(','), 'There is no line below the names of the columns'],
  ['hello', 'The first line must name the columns'],
  [file('Date,Start,End', '1,2,3'), 'The first line must name the columns'],
  [file('Project,Date', 'a,b'), 'The file does not say when the time was'],
  [file('Project,Date,Start', 'a,b,c'), 'The file does not say when the time was'],
  [file(HEAD.join(','), 'a,"b'), 'Line 2 cannot be read: a quotation mark is not closed'],
  [
    file(HEAD.join(','), ...Array<string>(2_001).fill(DAY.join(','))),
    'A file may have 2000 lines; this one has 2001',
  ],
])('refuses %j', (text, sentence) => {
  expect(() => readCsv(text)).toThrow(sentence);
});

it('reads what spreadsheets save as Unicode, and says what to do with other encodings', () => {
  const text = file(HEAD.join('\t'), [...DAY, 'Über'].join('\t'));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  expect(cellsOf(decodeCsv(utf16))[0]?.note).toBe('Über');
  expect(cellsOf(decodeCsv(utf16.swap16()))[0]?.note).toBe('Über');
  expect(() => decodeCsv(Buffer.from(text, 'latin1'))).toThrow('The file is not in UTF-8');
});
