import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ImportColumn, ImportLine, ImportRemark } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, formatDay, formatHours, Icon, Now, timeIn } from '@tidemark/web/ui';
import { COLUMN_LABELS } from './import-words';

const SHOWN_AT_ONCE = 100;
type Shown = 'all' | 'errors' | 'warnings';

/** The lines of a file as they would be stored, with what is wrong in which column. */
@Component({
  selector: 'tm-import-lines',
  imports: [Icon],
  templateUrl: './import-lines.html',
  styleUrl: './import-lines.css',
})
export class ImportLines {
  private readonly zone = inject(SessionStore).zone;
  private readonly now = inject(Now);

  readonly lines = input.required<readonly ImportLine[]>();

  protected readonly bad = computed(() => this.lines().filter(({ errors }) => errors.length > 0));
  protected readonly doubtful = computed(() =>
    this.lines().filter(({ warnings }) => warnings.length > 0),
  );
  /** A choice that has nothing left to show is no choice any more. */
  protected readonly shown = linkedSignal<[number, number], Shown>({
    source: () => [this.bad().length, this.doubtful().length],
    computation: ([bad, doubtful], previous) => {
      const before = previous?.value ?? 'all';
      const isEmpty = (before === 'errors' && !bad) || (before === 'warnings' && !doubtful);
      return isEmpty ? 'all' : before;
    },
  });
  protected readonly choices = computed(() => [
    { value: 'all' as const, label: `All ${this.lines().length}` },
    { value: 'errors' as const, label: `With errors ${this.bad().length}` },
    { value: 'warnings' as const, label: `Doubtful ${this.doubtful().length}` },
  ]);
  private readonly found = computed(() => {
    const shown = this.shown();
    if (shown === 'errors') return this.bad();
    return shown === 'warnings' ? this.doubtful() : this.lines();
  });
  protected readonly limit = linkedSignal({ source: this.found, computation: () => SHOWN_AT_ONCE });
  protected readonly rows = computed(() =>
    this.found()
      .slice(0, this.limit())
      .map((line) => this.row(line)),
  );
  protected readonly rest = computed(() => Math.max(0, this.found().length - this.limit()));
  /** Whose it is is said where it is not the same everywhere. */
  protected readonly showPerson = computed(
    () => new Set(this.lines().map(({ person }) => person)).size > 1,
  );

  protected showMore(): void {
    this.limit.update((limit) => limit + SHOWN_AT_ONCE);
  }

  protected label({ column }: ImportRemark): string {
    return column ? COLUMN_LABELS[column] : 'Line';
  }

  private row(line: ImportLine) {
    const zone = this.zone();
    const { started_at: start, ended_at: end, duration_seconds: seconds, errors } = line;
    const isBad = (...columns: ImportColumn[]) =>
      errors.some(({ column }) => column !== null && columns.includes(column));
    return {
      line,
      day: start ? formatDay(dayIn(zone, start), dayIn(zone, this.now.everyMinute())) : '–',
      times: start && end ? `${timeIn(zone, start)} – ${timeIn(zone, end)}` : '–',
      duration: seconds === null ? '–' : formatHours(seconds),
      isBadDay: isBad('date'),
      isBadTime: isBad('start', 'end', 'end_date'),
      isBadDuration: isBad('duration'),
      isBadProject: isBad('project', 'client'),
      isBadTask: isBad('task'),
      isBadPerson: isBad('person'),
      isBadNote: isBad('note'),
      isBadBillable: isBad('billable'),
    };
  }
}
