import type { ImportColumn, ImportRemark } from '@tidemark/contracts';
import type { Read } from './cells';

/** What is to be said of one line. */
export class Remarks {
  readonly errors: ImportRemark[] = [];
  readonly warnings: ImportRemark[] = [];

  /** The value of a cell; undefined when it is empty, or cannot be read, which is an error of its column. */
  read<T>(
    column: ImportColumn,
    text: string | undefined,
    how: (text: string) => Read<T>,
  ): T | undefined {
    if (text === undefined) return undefined;
    const read = how(text);
    if ('value' in read) return read.value;
    return this.refuse(column, read.error);
  }

  refuse(column: ImportColumn | null, message: string): undefined {
    this.errors.push({ column, message });
  }

  warn(column: ImportColumn | null, message: string): void {
    this.warnings.push({ column, message });
  }
}
