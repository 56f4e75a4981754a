import { cellText, ProblemException } from '@tidemark/api/platform';
import { type ImportColumn, MAX_IMPORT_LINES } from '@tidemark/contracts';
import { type CsvError, parse } from 'csv-parse/sync';
import { type Cell, type Columns, columnsOf } from './columns';

export type Cells = Partial<Record<Cell, string>>;

export interface CsvLine {
  /** In the file, from 1, where the line begins. */
  line: number;
  cells: Cells;
  /** It has more cells than there are columns. */
  hasTooMany: boolean;
}

export interface CsvTable extends Omit<Columns, 'cells'> {
  columns: ImportColumn[];
  lines: CsvLine[];
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const DELIMITERS = [',', ';', '\t'];

/** A file in UTF-8, or in UTF-16 as spreadsheets save "Unicode text". @throws ProblemException validation-failed */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw unusable('The file is not in UTF-8. Save it as "CSV UTF-8" and try again');
  }
}

/** UTF-16 says by its first two bytes which of them comes first. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The lines of a CSV file (RFC 4180, with any of three delimiters) by the meaning of their columns.
 * @param left columns that are to be left out
 * @throws ProblemException validation-failed for a file without usable columns or lines
 */
export function readCsv(text: string, left: readonly string[] = []): CsvTable {
  const [head, ...rows] = records(text.replaceAll(/\r\n?/g, '\n'));
  if (!head) throw unusable('The file is empty');
  const { cells, ignored, dateOrder } = columnsOf(head.record, left);
  refuseWithout(cells);
  if (rows.length === 0) throw unusable('There is no line below the names of the columns');
  if (rows.length > MAX_IMPORT_LINES) {
    throw unusable(`A file may have ${MAX_IMPORT_LINES} lines; this one has ${rows.length}`);
  }
  const lines = rows.map((row) => lineOf(row, cells));
  return { columns: meant(cells), ignored, dateOrder, lines };
}

function meant(cells: (Cell | null)[]): ImportColumn[] {
  const known = cells.filter((cell) => cell !== null);
  return [...new Set(known.map((cell) => (cell === 'email' ? 'person' : cell)))];
}

function records(text: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Parsed[];
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (code === undefined) throw error;
    throw unusable(`Line ${lines ?? 1} cannot be read: a quotation mark is not closed`);
  }
}

/** The one that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function refuseWithout(cells: (Cell | null)[]): void {
  const has = (cell: Cell) => cells.includes(cell);
  if (!has('project')) throw unusable(`The first line must name the columns. ${WANTED}`);
  if (has('start') && (has('end') || has('duration'))) return;
  if (has('date') && has('duration')) return;
  throw unusable(`The file does not say when the time was. ${WANTED}`);
}

const WANTED =
  'Needed are project, and date with start and end, or date with duration, or start and end with their dates';

function lineOf({ record, info }: Parsed, columns: (Cell | null)[]): CsvLine {
  const cells: Cells = {};
  for (const [at, cell] of columns.entries()) {
    const text = record[at]?.trim();
    if (cell && text) cells[cell] = cellText(text);
  }
  const breaks = record.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  const hasTooMany = record.slice(columns.length).some((text) => text.trim() !== '');
  return { line: info.lines - breaks, cells, hasTooMany };
}

const unusable = (sentence: string) => new ProblemException('validation-failed', sentence);
