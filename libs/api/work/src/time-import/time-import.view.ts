import { ProblemException } from '@tidemark/api/platform';
import type { TimeImport } from '@tidemark/contracts';
import type { CsvTable } from './csv-table';
import type { Draft } from './line-drafts';

/** @param batchId of what was stored; null when nothing was */
export function importView(
  { columns, ignored }: CsvTable,
  drafts: readonly Draft[],
  batchId: string | null,
): TimeImport {
  const lines = drafts.map(({ view }) => view);
  return {
    stored: batchId !== null,
    batch_id: batchId,
    lines,
    totals: {
      lines: lines.length,
      lines_with_errors: lines.filter(({ errors }) => errors.length > 0).length,
      lines_with_warnings: lines.filter(({ warnings }) => warnings.length > 0).length,
      duration_seconds: lines.reduce((sum, line) => sum + (line.duration_seconds ?? 0), 0),
    },
    columns,
    ignored_columns: ignored,
  };
}

/** Points to "/lines/<line of the file>/<column>". */
export function refusedImport(drafts: readonly Draft[]): ProblemException {
  const bad = drafts.filter(({ view }) => view.errors.length > 0);
  const lines = bad.length === 1 ? '1 line' : `${bad.length} lines`;
  return new ProblemException(
    'validation-failed',
    `${lines} of ${drafts.length} cannot be imported, so nothing was`,
    {
      errors: bad.flatMap(({ view: { line, errors } }) =>
        errors.map(({ column, message }) => ({
          pointer: `/lines/${line}${column ? `/${column}` : ''}`,
          code: column ?? 'line',
          message: `Line ${line}: ${message}`,
        })),
      ),
    },
  );
}
