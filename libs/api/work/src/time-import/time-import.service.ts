import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RowRecorder } from '@tidemark/api/activity';
import { ProblemException, Transactions, type Viewer } from '@tidemark/api/platform';
import type { ImportColumn, ImportLine, TimeImport } from '@tidemark/contracts';
import { ProjectRights } from '../projects/project-rights';
import { timeEntrySubject } from '../time-entries/time-entry.activity';
import { TimeEntriesService } from '../time-entries/time-entries.service';
import { type CsvTable, decodeCsv, readCsv } from './csv-table';
import { Duplicates } from './duplicates';
import { type Draft, LineDrafts } from './line-drafts';
import { Names } from './names';
import type { ImportTimeQuery } from './time-import.query';
import { importView, refusedImport } from './time-import.view';

/** Which column is to blame for what the service of single entries refuses. */
const COLUMN_OF_FIELD: Record<string, ImportColumn> = {
  '/project_id': 'project',
  '/task_id': 'task',
  '/user_id': 'person',
  '/note': 'note',
  '/started_at': 'start',
  '/ended_at': 'end',
};

/** Time entries from a file: all lines or none, each under the rules of an entry made by hand. */
@Injectable()
export class TimeImportService {
  constructor(
    private readonly names: Names,
    private readonly duplicates: Duplicates,
    private readonly entries: TimeEntriesService,
    private readonly recorder: RowRecorder,
    private readonly projects: ProjectRights,
    private readonly transactions: Transactions,
  ) {}

  /**
   * The preview makes the entries, too, in a transaction that is taken back: it cannot promise what the import
   * would refuse.
   * @throws ProblemException validation-failed for a file that is not usable, or with a line that is not
   */
  async run(viewer: Viewer, bytes: Uint8Array, query: ImportTimeQuery): Promise<TimeImport> {
    const table = readCsv(decodeCsv(bytes), query.ignore);
    const make = () => this.make(viewer, table, query);
    if (!query.dry_run) return this.transactions.run(async () => this.store(table, await make()));
    const { drafts } = await this.transactions.rehearse(make);
    return importView(table, drafts, null);
  }

  private async make(viewer: Viewer, table: CsvTable, { date_order }: ImportTimeQuery) {
    const names = await this.names.bookFor(viewer);
    const lines = new LineDrafts(names, viewer.timeZone, date_order ?? table.dateOrder);
    const drafts = table.lines.map((line) => lines.of(line));
    await this.duplicates.warn(drafts);
    await this.projects.keep(drafts.flatMap(({ entry }) => entry?.project_id ?? []));
    const made: number[] = [];
    for (const draft of drafts) made.push(...(await this.create(viewer, draft)));
    return { drafts, made };
  }

  private async store(
    table: CsvTable,
    { drafts, made }: { drafts: Draft[]; made: number[] },
  ): Promise<TimeImport> {
    if (drafts.some(({ view }) => view.errors.length > 0)) throw refusedImport(drafts);
    const batch = { id: randomUUID(), size: made.length };
    await this.recorder.recordNew(timeEntrySubject, made, batch);
    return importView(table, drafts, batch.id);
  }

  /** The id of the entry; none where the line cannot be stored. */
  private async create(viewer: Viewer, { view, entry }: Draft): Promise<number[]> {
    if (!entry) return [];
    try {
      return [await this.entries.create(viewer, entry, 'import')];
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      view.errors.push(...remarksOf(error));
      return [];
    }
  }
}

function remarksOf({ code, detail, details }: ProblemException): ImportLine['errors'] {
  const [pointer = ''] = (details.errors ?? []).map((error) => error.pointer);
  const column = code === 'locked' ? 'date' : (COLUMN_OF_FIELD[pointer] ?? 'project');
  return [{ column, message: detail }];
}
