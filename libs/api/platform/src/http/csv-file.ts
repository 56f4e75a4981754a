import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';

/** What a spreadsheet would take for a formula, or what was kept from being one. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const KEPT_FROM_FORMULA = /^'(?='*[=+\-@\t\r＝＋－＠])/u;

/** The text of a cell of such a file, as it was before `csvFile` kept it from being a formula. */
export const cellText = (cell: string): string => cell.replace(KEPT_FROM_FORMULA, '');

type Rows = Iterable<string[]> | AsyncIterable<string[]>;

/**
 * Rows as a file that spreadsheets open: RFC 4180 with a head, UTF-8 with a byte order mark. A cell that a
 * spreadsheet would take for a formula (= + - @, tab, return, also full-width) gets an apostrophe before it,
 * and so does one that begins like that already: `cellText` gives back exactly what was written.
 * When the rows fail half-way the connection breaks off: a file is never cut short in silence.
 *
 * @param name of our own making: letters, digits, dashes and dots
 */
export function csvFile(name: string, columns: readonly string[], rows: Rows): StreamableFile {
  const lines = stringify({
    header: true,
    columns: [...columns],
    bom: true,
    cast: { string: (text) => (FORMULA.test(text) ? `'${text}` : text) },
    record_delimiter: 'windows',
    // Half a line break is one to most readers.
    quoted_match: /[\r\n]/,
  });
  // The error is the stream's own: whoever sends it learns of it there.
  pipeline(Readable.from(rows), lines, () => undefined);
  return new StreamableFile(lines, {
    type: 'text/csv; charset=utf-8; header=present',
    disposition: `attachment; filename="${name}"`,
  });
}
