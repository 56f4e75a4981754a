import { textProblem, tidy } from '@tidemark/api/platform';
import type { DateOrder, ImportLine } from '@tidemark/contracts';
import { MAX_NOTE, type SaveTimeEntryDto } from '../time-entries/save-time-entry.dto';
import { readBillable } from './cells';
import type { CsvLine } from './csv-table';
import { LineTimes, type Times } from './line-times';
import type { KnownPerson, KnownProject, NameBook } from './name-book';
import { Remarks } from './remarks';

/** A line with what it says, and what can be stored of it. */
export interface Draft {
  view: ImportLine;
  /** Absent where the line cannot be understood. */
  entry?: SaveTimeEntryDto & { user_id: number };
}

/** Understands the lines of a file, one after another. */
export class LineDrafts {
  private readonly times: LineTimes;

  constructor(
    private readonly names: NameBook,
    zone: string,
    order: DateOrder | undefined,
  ) {
    this.times = new LineTimes(zone, order);
  }

  of({ line, cells, hasTooMany }: CsvLine): Draft {
    const remarks = new Remarks();
    if (hasTooMany) remarks.refuse(null, 'The line has more cells than there are columns');
    const { project, person } = this.whereAndWho(cells, remarks);
    const task =
      project && remarks.read('task', cells.task, (name) => this.names.task(project, name));
    const times = this.times.of(cells, `${person?.id}`, remarks);
    const billable = remarks.read('billable', cells.billable ?? 'yes', readBillable) ?? true;
    const note = noteOf(cells.note, remarks);
    const view: ImportLine = {
      line,
      project_name: project?.name ?? cells.project ?? null,
      task_name: task?.name ?? cells.task ?? null,
      person: person?.display_name ?? cells.email ?? cells.person ?? null,
      ...timesView(times),
      ...{ note, billable, errors: remarks.errors, warnings: remarks.warnings },
    };
    if (remarks.errors.length > 0 || !project || !person || !times) return { view };
    const what = { project_id: project.id, task_id: task?.id ?? null, user_id: person.id };
    const when = { started_at: times.startedAt, ended_at: times.endedAt };
    return { view, entry: { ...what, ...when, note, billable } };
  }

  private whereAndWho(
    cells: CsvLine['cells'],
    remarks: Remarks,
  ): { project?: KnownProject; person?: KnownPerson } {
    if (!cells.project) {
      remarks.refuse('project', 'The project is missing');
      return {};
    }
    const project = remarks.read('project', cells.project, (name) =>
      this.names.project(name, cells.client),
    );
    if (!project) return {};
    const called = [cells.email, cells.person].filter((name) => name !== undefined);
    const person = remarks.read('person', '', () => this.names.person(project, called));
    return { project, person };
  }
}

function noteOf(text: string | undefined, remarks: Remarks): string {
  const note = tidy(text ?? '') as string;
  const problem = textProblem(note, { min: 0, max: MAX_NOTE, lines: true });
  if (problem) remarks.refuse('note', `The note ${problem}`);
  return note;
}

function timesView(times: Times | undefined) {
  if (!times) return { started_at: null, ended_at: null, duration_seconds: null };
  const { startedAt, endedAt } = times;
  return {
    started_at: startedAt.toISOString(),
    ended_at: endedAt.toISOString(),
    duration_seconds: Math.round((endedAt.getTime() - startedAt.getTime()) / 1_000),
  };
}
