import fc from 'fast-check';
import { formatDuration } from '../time-entries/duration';
import { readBillable, readDay, readDuration, readMoment, readOffset, readTime } from './cells';

const error = expect.objectContaining({ error: expect.any(String) });

describe('a day', () => {
  it.each([
    ['2026-01-15', undefined, '2026-01-15'],
    ['15.01.2026', undefined, '2026-01-15'],
    ['1.2.2026', 'mdy', '2026-02-01'],
    ['01/02/2026', 'mdy', '2026-01-02'],
    ['01/02/2026', 'dmy', '2026-02-01'],
    ['29.02.2028', undefined, '2028-02-29'],
  ] as const)('%s (%s) is %s', (text, order, value) => {
    expect(readDay(text, order)).toEqual({ value });
  });

  it.each([
    ['01/02/2026', undefined],
    // It could be told by the 31; then the next line would be read by guessing.
    ['12/31/2026', undefined],
    ['31/12/2026', 'mdy'],
    ['29.02.2026', undefined],
    ['2026-1-5', undefined],
    ['15.01.26', undefined],
    ['1999-12-31', undefined],
    ['20260115', undefined],
    ['tomorrow', undefined],
  ] as const)('%s (%s) is none', (text, order) => {
    expect(readDay(text, order)).toEqual(error);
  });
});

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30:00'],
    ['09:30:15', '09:30:15'],
    ['0:00', '00:00:00'],
    ['2:30 PM', '14:30:00'],
    ['12:05 am', '00:05:00'],
    ['12:05 p.m.', '12:05:00'],
  ])('%s is %s', (text, value) => {
    expect(readTime(text)).toEqual({ value });
  });

  it.each(['24:00', '9:60', '9', '930', '0:30 am', '13:00 pm', '9:30m', '9:30:60', ''])(
    '%s is none',
    (text) => {
      expect(readTime(text)).toEqual(error);
    },
  );
});

describe('a moment', () => {
  it.each([
    ['2026-01-15 09:30', '2026-01-15', '09:30:00'],
    ['2026-01-15T09:30:00', '2026-01-15', '09:30:00'],
    ['15.1.2026, 9:30', '2026-01-15', '09:30:00'],
    ['01/15/2026 2:30 PM', '2026-01-15', '14:30:00'],
  ])('%s brings its own day', (text, day, time) => {
    expect(readMoment(text, '2020-01-01', 'mdy')).toEqual({
      value: { day, time, isTimeOnly: false },
    });
  });

  it('with an offset is an instant', () => {
    const value = new Date('2026-01-15T08:30:00Z');
    expect(readMoment('2026-01-15T09:30:00+01:00', undefined, undefined)).toEqual({ value });
    expect(readMoment('2026-01-15 08:30:00Z', undefined, undefined)).toEqual({ value });
  });

  it('needs a day', () => {
    expect(readMoment('9:30', undefined, undefined)).toEqual({ error: 'The day is missing' });
  });
});

describe('a duration', () => {
  it.each([
    ['1:30', 5_400],
    ['01:30:15', 5_415],
    ['100:00', 360_000],
    ['1.5', 5_400],
    ['1,25', 4_500],
    ['8', 28_800],
    ['0.333333', 1_200],
    ['1:30 h', 5_400],
    ['2 hours', 7_200],
    ['0:00:00', 0],
  ])('%s has %i seconds', (text, value) => {
    expect(readDuration(text)).toEqual({ value });
  });

  it.each(['-1', '1:60', '1:30:60', '1h30', 'long', '1.000,5', '1e3'])('%s is none', (text) => {
    expect(readDuration(text)).toEqual(error);
  });

  it('is read as it is written here', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 * 3_600 }), (seconds) => {
        expect(readDuration(formatDuration(seconds))).toEqual({ value: seconds });
      }),
    );
  });
});

it.each([
  ['UTC+01:00', 'UTC+01:00'],
  ['+5:30', 'UTC+05:30'],
  ['UTC-0930', 'UTC-09:30'],
  ['gmt+3', 'UTC+03:00'],
  ['UTC', 'UTC+00:00'],
  ['Z', 'UTC+00:00'],
])('the offset %s is %s', (text, value) => {
  expect(readOffset(text)).toEqual({ value });
});

it.each(['Europe/Berlin', 'CET', '+15:00', '+1:75', '1', 'UTC+', '+'])(
  'the offset %s is none',
  (text) => {
    expect(readOffset(text)).toEqual(error);
  },
);

it.each([
  [undefined, true],
  ['Yes', true],
  ['1', true],
  ['no', false],
  ['FALSE', false],
  ['Non-billable', false],
])('billable %p is %p', (text, value) => {
  expect(readBillable(text)).toEqual({ value });
});

it('billable maybe is neither', () => {
  expect(readBillable('maybe')).toEqual(error);
});
