import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';

type Rows = Iterable<string[]> | AsyncIterable<string[]>;

/**
 * Rows as a file that spreadsheets open: RFC 4180 with a head, UTF-8 with a byte order mark. A cell that a
 * spreadsheet would take for a formula (= + - @, tab, return, also full-width) gets an apostrophe before it.
 * When the rows fail half-way the connection breaks off: a file is never cut short in silence.
 *
 * @param name of our own making: letters, digits, dashes and dots
 */
export function csvFile(name: string, columns: readonly string[], rows: Rows): StreamableFile {
  const lines = stringify({
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
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
