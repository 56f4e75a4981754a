import { signal } from '@angular/core';
import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { SaveTimeEntry, TimeEntryView, UpdateTimeEntry } from '@tidemark/contracts';
import { formatHours, parseDuration } from '@tidemark/web/ui';
import { changedFields } from '@tidemark/web/ui/pages';
import type { TimerDraft } from '../timers/timer-draft';
import {
  endOf,
  type EntryTimes,
  type Saved,
  secondsOf,
  startOf,
  timesOf,
  withClock,
  withDuration,
} from './entry-times';
import { parseRange, parseTime } from './parse-times';
import { isDay, isDuration, isTime } from './time-validators';

export const NOTE_MAX = 2000;
const REASON_MAX = 500;

/** What the form starts with: an entry to change, or the times to propose for a new one. */
export interface EntryFormStart {
  entry?: TimeEntryView;
  /** What a new one is filled in with. */
  work?: Partial<TimerDraft>;
  started_at: string;
  ended_at: string;
}

/** What is known of the work so far. */
export const known = ({ entry, work }: EntryFormStart): Partial<TimerDraft> => entry ?? work ?? {};

/**
 * The fields of a time entry, with from, to and duration agreeing whatever is typed where. The controls are named as on the wire,
 * so that the server's refusals find their fields; `started_at` and `ended_at` hold times of day, the day stands beside them.
 */
export class EntryForm {
  readonly project = new FormControl<number | null>(null, Validators.required);
  readonly task = new FormControl<number | null>(null);
  readonly person = new FormControl<number | null>(null);
  readonly group = new FormGroup({
    project_id: this.project,
    task_id: this.task,
    user_id: this.person,
    note: new FormControl('', { nonNullable: true, validators: Validators.maxLength(NOTE_MAX) }),
    billable: new FormControl(true, { nonNullable: true }),
    day: new FormControl('', { nonNullable: true, validators: isDay }),
    started_at: new FormControl('', { nonNullable: true, validators: isTime }),
    ended_at: new FormControl('', { nonNullable: true, validators: isTime }),
    duration: new FormControl('', { nonNullable: true, validators: isDuration }),
    reason: new FormControl('', {
      nonNullable: true,
      validators: Validators.maxLength(REASON_MAX),
    }),
  });
  /** How many days after its start the entry ends: said beside the end. */
  readonly daysLater = signal(0);

  private readonly entry?: TimeEntryView;
  private readonly saved?: Saved;
  private times: EntryTimes;

  constructor(
    start: EntryFormStart,
    private readonly zone: string,
  ) {
    this.entry = start.entry;
    this.saved = start.entry && { ...start.entry };
    this.times = timesOf(start.started_at, start.ended_at, zone);
    const { project_id = null, task_id = null, note = '', billable = true } = known(start);
    this.group.patchValue({ project_id, task_id, note, billable });
    if (this.isRunning) this.leaveEndOpen();
    this.show();
  }

  get isRunning(): boolean {
    return this.entry?.ended_at === null;
  }

  /** Somebody typed a day: the times of day stay. */
  dayChanged(): void {
    const { day } = this.group.controls;
    if (day.valid) this.settle({ ...this.times, day: day.value });
  }

  /** Somebody typed when it began, or both ends at once ("9:00–10:30"). */
  startChanged(): void {
    const { started_at } = this.group.controls;
    if (this.takeRange(started_at.value)) return;
    const from = parseTime(started_at.value);
    if (from) this.settle(withClock(this.times, from, this.times.to));
  }

  endChanged(): void {
    const { ended_at } = this.group.controls;
    if (this.takeRange(ended_at.value)) return;
    const to = parseTime(ended_at.value);
    if (to) this.settle(withClock({ ...this.times, daysLater: 0 }, this.times.from, to));
  }

  durationChanged(): void {
    const { duration } = this.group.controls;
    if (this.takeRange(duration.value)) return;
    const seconds = parseDuration(duration.value);
    if (seconds) this.settle(withDuration(this.times, seconds, this.zone, this.saved));
  }

  /** For a new entry. */
  toSave(): SaveTimeEntry {
    const user_id = this.person.value;
    return { ...this.what(), ...this.when(), ...(user_id !== null && { user_id }) };
  }

  /** For an existing one: only what differs from what was saved, and why; null when nothing does. */
  toChanges(entry: TimeEntryView): UpdateTimeEntry | null {
    const { started_at, ended_at } = this.when();
    const end = this.isRunning ? {} : { ended_at };
    const changes = changedFields({ ...this.what(), started_at, ...end }, entry);
    if (Object.keys(changes).length === 0) return null;
    const reason = this.group.controls.reason.value.trim();
    return { ...changes, ...(reason && { reason }) };
  }

  private what() {
    const { note, billable } = this.group.getRawValue();
    return {
      project_id: this.project.value ?? 0,
      task_id: this.task.value,
      note: note.trim(),
      billable,
    };
  }

  private when() {
    return {
      started_at: startOf(this.times, this.zone, this.saved),
      ended_at: endOf(this.times, this.zone, this.saved),
    };
  }

  private takeRange(typed: string): boolean {
    const range = parseRange(typed);
    if (range) this.settle(withClock({ ...this.times, daysLater: 0 }, range.from, range.to));
    return range !== undefined;
  }

  private settle(times: EntryTimes): void {
    this.times = times;
    this.show();
    const empty = !this.isRunning && secondsOf(times, this.zone, this.saved) <= 0;
    if (!empty) return;
    const { ended_at } = this.group.controls;
    ended_at.setErrors({ order: { message: 'It has to end after it starts' } });
    ended_at.markAsTouched();
  }

  private show(): void {
    const { day, from, to, daysLater } = this.times;
    const duration = formatHours(secondsOf(this.times, this.zone, this.saved));
    this.daysLater.set(daysLater);
    this.group.patchValue({ day, started_at: from, ended_at: to, duration });
  }

  private leaveEndOpen(): void {
    this.group.controls.ended_at.disable();
    this.group.controls.duration.disable();
  }
}
