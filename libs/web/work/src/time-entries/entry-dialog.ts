import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Field, FieldControl, type FormDialog, type Pickable } from '@tidemark/web/ui';
import { filter, map, of, take } from 'rxjs';
import { PersonChoices } from '../people/person-choices';
import { ProjectChoices } from '../projects/project-choices';
import { Picker, saving } from '@tidemark/web/ui/pages';
import { Rights } from '../shared/rights';
import { TaskChoices } from '../tasks/task-choices';
import type { TimerDraft } from '../timers/timer-draft';
import { EntryForm, type EntryFormStart, known, NOTE_MAX } from './entry-form';
import { TimeEntriesApi } from './time-entries-api';

/** Adds time by hand, or changes an entry. Closes with the saved entry. */
@Component({
  selector: 'tm-entry-dialog',
  imports: [Field, FieldControl, MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './entry-dialog.html',
  styleUrls: ['../../../ui/src/layout/dialog.css', './entry-dialog.css'],
})
export class EntryDialog implements FormDialog {
  private readonly api = inject(TimeEntriesApi);
  private readonly tasks = inject(TaskChoices);
  private readonly dialog: MatDialogRef<EntryDialog, TimeEntryView | null> = inject(MatDialogRef);
  private readonly start: EntryFormStart = inject(MAT_DIALOG_DATA);
  private readonly zone = inject(SessionStore).zone();
  protected readonly projects = inject(ProjectChoices);
  protected readonly people = inject(PersonChoices);
  protected readonly rights = inject(Rights);

  protected readonly fields = new EntryForm(this.start, this.zone);
  readonly form = this.fields.group;
  protected readonly saving = saving(this.form);

  protected readonly entry = this.start.entry;
  protected readonly title = this.fields.isRunning
    ? 'Running timer'
    : this.entry
      ? 'Edit entry'
      : 'Add time';
  protected readonly noteMax = NOTE_MAX;
  protected readonly zoneHint = this.zone.replaceAll('_', ' ');
  protected readonly knownProject = projectOf(known(this.start));
  protected readonly knownTask = taskOf(known(this.start));

  private readonly projectId = toSignal(this.fields.project.valueChanges, {
    initialValue: this.fields.project.value,
  });
  protected readonly taskSource = computed(() => this.tasks.of(this.projectId()));
  /** The day is part of the label: a hint below would move the buttons when a duration is typed and left for them. */
  protected readonly endLabel = computed(() => {
    const days = this.fields.daysLater();
    if (days === 0) return 'To';
    return days === 1 ? 'To, next day' : `To, +${days} days`;
  });

  /** From the beginning, or once the server says so, who knows best what is long past. */
  protected readonly asksReason = toSignal(
    this.form.controls.reason.statusChanges.pipe(
      filter((status) => status === 'INVALID'),
      map(() => true),
      take(1),
    ),
    { initialValue: this.entry?.needs_reason ?? false },
  );
  protected readonly reasonHint =
    this.entry?.days_past === undefined
      ? ''
      : `This day is ${this.entry.days_past} days past: say why`;

  protected projectPicked(): void {
    this.fields.task.setValue(null);
  }

  protected async save(): Promise<void> {
    const saved = await this.saving.save(() => this.request());
    if (saved) this.dialog.close(saved);
  }

  private request() {
    const { entry } = this;
    if (!entry) return this.api.create(this.fields.toSave());
    const changes = this.fields.toChanges(entry);
    return changes ? this.api.update(entry.id, changes) : of(entry);
  }
}

function projectOf({ project_id, project_name, project_color }: Partial<TimerDraft>) {
  const project: Pickable | undefined =
    project_id && project_name
      ? { id: project_id, name: project_name, color: project_color }
      : undefined;
  return project;
}

function taskOf({ task_id, task_name }: Partial<TimerDraft>): Pickable | undefined {
  return task_id ? { id: task_id, name: task_name ?? '' } : undefined;
}
