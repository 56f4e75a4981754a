import type { DateOrder, ImportColumn } from '@tidemark/contracts';

/** `email` is another way to say who it was: exports of other trackers have both. */
export type Cell = ImportColumn | 'email';

/** How the columns are called here, and in the exports of other trackers. */
const NAMES: Record<Cell, readonly string[]> = {
  date: ['date', 'day', 'datum', 'start date', 'started on', 'spent on'],
  start: ['start', 'start time', 'started at', 'from', 'begin', 'von', 'clock in'],
  end_date: ['end date', 'ended on'],
  end: ['end', 'end time', 'ended at', 'to', 'until', 'stop', 'stop time', 'bis', 'clock out'],
  duration: ['duration', 'hours', 'time', 'time spent', 'dauer', 'stunden'],
  project: ['project', 'project name', 'projekt'],
  client: ['client', 'client name', 'customer', 'kunde'],
  task: ['task', 'task name', 'activity', 'aufgabe'],
  note: ['note', 'notes', 'description', 'comment', 'comments', 'beschreibung', 'notiz'],
  billable: ['billable', 'is billable', 'abrechenbar'],
  person: ['person', 'user', 'user name', 'username', 'member', 'employee', 'name'],
  email: ['email', 'e mail', 'user email'],
  utc_offset: ['utc offset', 'offset', 'start utc offset', 'start offset'],
  end_utc_offset: ['end utc offset', 'end offset'],
};

const COLUMN_OF = new Map(
  (Object.entries(NAMES) as [Cell, string[]][]).flatMap(([cell, names]) =>
    names.map((name): [string, Cell] => [name, cell]),
  ),
);

/** "Duration (decimal)" is a duration, "started_at" is "started at". */
const plain = (head: string) =>
  head
    .replace(/\([^)]*\)\s*$/, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();

export interface Columns {
  /** What each place of a line holds; null where it means nothing here. */
  cells: (Cell | null)[];
  /** Heads that mean nothing here, and second ones of the same meaning. */
  ignored: string[];
  /** A head that says how its dates are written: "Date (mm/dd/yyyy)". */
  dateOrder: DateOrder | undefined;
}

/** @param left columns that are to be left out */
export function columnsOf(heads: readonly string[], left: readonly string[] = []): Columns {
  const taken = new Set<Cell>();
  const cells = heads.map((head) => {
    const cell = COLUMN_OF.get(plain(head)) ?? null;
    const isLeft = cell !== null && left.includes(cell === 'email' ? 'person' : cell);
    if (cell === null || isLeft || taken.has(cell)) return null;
    taken.add(cell);
    return cell;
  });
  return {
    cells,
    ignored: heads.filter((head, at) => cells[at] === null && head.trim() !== ''),
    dateOrder: heads.map(orderIn).find((order) => order !== undefined),
  };
}

function orderIn(head: string): DateOrder | undefined {
  if (/\(\s*m{1,2}\/d{1,2}\/y{2,4}\s*\)/i.test(head)) return 'mdy';
  return /\(\s*[dt]{1,2}\/m{1,2}\/[yj]{2,4}\s*\)/i.test(head) ? 'dmy' : undefined;
}
