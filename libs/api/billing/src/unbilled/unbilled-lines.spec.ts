import { billedSeconds, type UnbilledEntry, unbilledLines } from './unbilled-lines';

const MINUTE = 60;
const entry = (
  id: number,
  minutes: number,
  changes: Partial<UnbilledEntry> = {},
): UnbilledEntry => ({
  id,
  seconds: minutes * MINUTE,
  user_id: 1,
  person_name: 'Ana Björk',
  project_id: 1,
  project_name: 'Website',
  task_id: 7,
  task_name: 'Design',
  hourly_rate: '85.00',
  ...changes,
});
const billing = { groupBy: 'task', rounding: 'none', currency: 'EUR' } as const;

it.each([
  ['none', 61, 61],
  ['6', 0, 0],
  ['6', 1, 6 * MINUTE],
  ['6', 6 * MINUTE, 6 * MINUTE],
  ['6', 6 * MINUTE + 1, 12 * MINUTE],
  ['15', 15 * MINUTE + 1, 30 * MINUTE],
] as const)('bills by the rule %s: %i s as %i s', (rounding, seconds, billed) => {
  expect(billedSeconds(seconds, rounding)).toBe(billed);
});

it('rounds each entry up by itself, and not their sum', () => {
  const [line] = unbilledLines([entry(1, 1), entry(2, 16)], { ...billing, rounding: '15' });
  expect(line).toEqual({
    description: 'Website - Design',
    quantity: '0.75',
    unit_price: '85.00',
    amount: '63.75',
    has_rate: true,
    project_name: 'Website',
    seconds: 17 * MINUTE,
    time_entry_ids: [1, 2],
  });
});

it('makes a line for each task, project or person', () => {
  const entries = [
    entry(1, 60),
    entry(2, 30, { task_id: null, task_name: null }),
    entry(3, 60, { user_id: 2, person_name: 'Li' }),
    entry(4, 60, { project_id: 2, project_name: 'App', task_id: null, task_name: null }),
  ];
  const lines = (groupBy: 'task' | 'project' | 'person') =>
    unbilledLines(entries, { ...billing, groupBy }).map(
      ({ description, quantity, time_entry_ids }) => [description, quantity, time_entry_ids],
    );
  expect(lines('task')).toEqual([
    ['Website - Design', '2.00', [1, 3]],
    ['Website', '0.50', [2]],
    ['App', '1.00', [4]],
  ]);
  expect(lines('project')).toEqual([
    ['Website', '2.50', [1, 2, 3]],
    ['App', '1.00', [4]],
  ]);
  expect(lines('person')).toEqual([
    ['Ana Björk', '2.50', [1, 2, 4]],
    ['Li', '1.00', [3]],
  ]);
});

it('never mixes rates in a line, and says where one is missing', () => {
  const entries = [entry(1, 60), entry(2, 60, { project_id: 2, hourly_rate: null })];
  const lines = unbilledLines(entries, { ...billing, groupBy: 'person' });
  expect(lines.map(({ unit_price, has_rate }) => [unit_price, has_rate])).toEqual([
    ['85.00', true],
    ['0.00', false],
  ]);
});

it('speaks the currency of the invoice', () => {
  const [line] = unbilledLines([entry(1, 90)], { ...billing, currency: 'JPY' });
  expect([line?.unit_price, line?.amount]).toEqual(['85', '128']);
});
