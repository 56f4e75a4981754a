import type { ImportRemark } from '@tidemark/contracts';
import type { Cells } from './csv-table';
import { LineTimes } from './line-times';
import { Remarks } from './remarks';

const BERLIN = 'Europe/Berlin';

interface Told {
  times: (string | undefined)[];
  errors: ImportRemark[];
  warnings: ImportRemark[];
}

function told(lineTimes: LineTimes, cells: Cells, person = '1'): Told {
  const remarks = new Remarks();
  const found = lineTimes.of(cells, person, remarks);
  const times = found ? [found.startedAt.toISOString(), found.endedAt.toISOString()] : [];
  return { times, errors: remarks.errors, warnings: remarks.warnings };
}

const read = (cells: Cells, zone = BERLIN) => told(new LineTimes(zone, undefined), cells);
const from = (text: string) => `2026-${text}:00.000Z`;

it.each<[string, Cells, [string, string]]>([
  [
    'start and end in the zone of the viewer',
    { date: '2026-01-15', start: '9:00', end: '10:30' },
    ['01-15T08:00', '01-15T09:30'],
  ],
  [
    'start and duration',
    { date: '2026-01-15', start: '9:00', duration: '1,5' },
    ['01-15T08:00', '01-15T09:30'],
  ],
  [
    'an end that is earlier in the day: it is on the next one',
    { date: '2026-01-15', start: '22:00', end: '1:00' },
    ['01-15T21:00', '01-16T00:00'],
  ],
  [
    'an end with its own day',
    { date: '2026-01-15', start: '22:00', end_date: '2026-01-17', end: '1:00' },
    ['01-15T21:00', '01-17T00:00'],
  ],
  [
    'days within the cells',
    { start: '2026-01-15 22:00', end: '2026-01-16 01:00' },
    ['01-15T21:00', '01-16T00:00'],
  ],
  [
    'instants with their offsets',
    { start: '2026-01-15T22:00:00Z', end: '2026-01-16T01:00:00+02:00' },
    ['01-15T22:00', '01-15T23:00'],
  ],
  ['only a length', { date: '2026-01-15', duration: '2' }, ['01-15T08:00', '01-15T10:00']],
  [
    'the night on which the clocks go forward',
    { date: '2026-03-29', start: '1:00', end: '4:00' },
    ['03-29T00:00', '03-29T02:00'],
  ],
  [
    'an hour that comes twice: the first',
    { date: '2026-10-25', start: '2:30', end: '4:00' },
    ['10-25T00:30', '10-25T03:00'],
  ],
  [
    'an end that comes twice: the one that the duration means',
    { date: '2026-10-25', start: '1:30', end: '2:30', duration: '2:00' },
    ['10-24T23:30', '10-25T01:30'],
  ],
  [
    'an end within the hour that comes twice: after the start',
    { date: '2026-10-25', start: '2:30', end: '2:15' },
    ['10-25T00:30', '10-25T01:15'],
  ],
  [
    'a start that comes twice: the one that the duration means',
    { date: '2026-10-25', start: '2:30', end: '3:30', duration: '1:00' },
    ['10-25T01:30', '10-25T02:30'],
  ],
  [
    'an end days later: as many as the duration says',
    { date: '2026-01-15', start: '9:00', end: '15:00', duration: '54:00' },
    ['01-15T08:00', '01-17T14:00'],
  ],
  [
    'an end at midnight days later, whose duration was cut to the second below',
    { date: '2026-01-15', start: '0:00', end: '0:00', duration: '47:59:59' },
    ['01-14T23:00', '01-16T23:00'],
  ],
  [
    'an end at an hour that the clocks passed over on the day of the start',
    { date: '2026-03-29', start: '9:00', end: '2:30', duration: '17:30' },
    ['03-29T07:00', '03-30T00:30'],
  ],
  [
    'an hour that comes twice, the second time: its offset says so',
    {
      ...{ date: '2026-10-25', start: '2:10', end: '2:50', duration: '0:40' },
      ...{ utc_offset: 'UTC+01:00', end_utc_offset: 'UTC+01:00' },
    },
    ['10-25T01:10', '10-25T01:50'],
  ],
  [
    'an end with an offset of its own',
    {
      ...{ date: '2026-10-25', start: '2:10', end: '2:50' },
      ...{ utc_offset: 'UTC+02:00', end_utc_offset: 'UTC+01:00' },
    },
    ['10-25T00:10', '10-25T01:50'],
  ],
  [
    'the times of somebody far away, by one offset for both',
    { date: '2026-01-15', start: '22:00', end: '1:00', utc_offset: 'UTC-03:30' },
    ['01-16T01:30', '01-16T04:30'],
  ],
  [
    'no time at all where the duration says so',
    { date: '2026-01-15', start: '9:00', end: '9:00', duration: '0:00:00' },
    ['01-15T08:00', '01-15T08:00'],
  ],
  [
    'a whole day where the end is the start and nothing says how long it took',
    { date: '2026-01-15', start: '9:00', end: '9:00' },
    ['01-15T08:00', '01-16T08:00'],
  ],
])('reads %s', (_what, cells, [startedAt, endedAt]) => {
  expect(read(cells)).toEqual({
    times: [from(startedAt), from(endedAt)],
    errors: [],
    warnings: [],
  });
});

it.each<[string, Cells, ImportRemark['column'], RegExp]>([
  ['no day', { start: '9:00', end: '10:00' }, 'start', /day is missing/],
  ['no day and no time', { duration: '1' }, 'date', /day is missing/],
  ['no end', { date: '2026-01-15', start: '9:00' }, 'end', /how long/],
  ['no start', { date: '2026-01-15', end: '9:00' }, 'start', /when it began/],
  ['a day and no length', { date: '2026-01-15', duration: '0:00' }, 'duration', /no time at all/],
  [
    'a start and no length',
    { date: '2026-01-15', start: '9:00', duration: '0' },
    'duration',
    /no time at all/,
  ],
  [
    'an offset that is none',
    { date: '2026-01-15', start: '9:00', end: '10:00', utc_offset: 'Berlin' },
    'utc_offset',
    /no offset from UTC/,
  ],
  ['nothing but a day', { date: '2026-01-15' }, 'duration', /how long/],
  [
    'an end before its start, with its day',
    { date: '2026-01-15', start: '9:00', end_date: '2026-01-15', end: '8:00' },
    'end',
    /after it starts/,
  ],
  [
    'a time that the clocks passed over',
    { date: '2026-03-29', start: '2:30', end: '4:00' },
    'start',
    /2026-03-29 the clocks of Europe\/Berlin were put forward over 02:30/,
  ],
  [
    'an end that the clocks passed over',
    { date: '2026-03-29', start: '1:30', end: '2:30' },
    'end',
    /put forward over 02:30/,
  ],
  [
    'an end of the day without a day',
    { start: '2026-01-15T22:00:00Z', end: '23:00' },
    'end',
    /day is missing/,
  ],
  ['a day in slashes', { date: '01/02/2026', start: '9:00', end: '10:00' }, 'date', /two ways/],
  [
    'an unreadable duration beside good times',
    { date: '2026-01-15', start: '9:00', end: '10:00', duration: 'long' },
    'duration',
    /no duration/,
  ],
])('refuses %s, and says where', (_what, cells, column, sentence) => {
  expect(read(cells)).toMatchObject({
    times: [],
    errors: [{ column, message: expect.stringMatching(sentence) }],
  });
});

it('warns when the duration is not what start and end make, by more than a minute', () => {
  const cells = { date: '2026-01-15', start: '9:00', end: '10:00' };
  expect(read({ ...cells, duration: '1:01' }).warnings).toEqual([]);
  expect(read({ ...cells, duration: '1:02' })).toMatchObject({
    times: [from('01-15T08:00'), from('01-15T09:00')],
    warnings: [{ column: 'duration' }],
  });
});

it('puts lines without times one after another, for each person and day', () => {
  const times = new LineTimes(BERLIN, undefined);
  const line = (date: string, duration: string, person: string) =>
    told(times, { date, duration }, person).times[0];
  expect([
    line('2026-01-15', '1:30', '1'),
    line('2026-01-15', '2', '1'),
    line('2026-01-15', '1', '2'),
    line('2026-01-16', '1', '1'),
    line('2026-01-15', '1', '1'),
  ]).toEqual(['01-15T08:00', '01-15T09:30', '01-15T08:00', '01-16T08:00', '01-15T11:30'].map(from));
});

it('reads the same file differently in another zone', () => {
  const cells = { date: '2026-03-29', start: '2:30', end: '4:00' };
  expect(read(cells, 'Asia/Kathmandu').times).toEqual([from('03-28T20:45'), from('03-28T22:15')]);
});
