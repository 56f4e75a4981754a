import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { SaveTimeEntryTemplate, TimeEntryTemplateView } from '@tidemark/contracts';
import { Field, FieldControl, type FormDialog, type Pickable } from '@tidemark/web/ui';
import { of } from 'rxjs';
import { ProjectChoices } from '../projects/project-choices';
import { changedFields, Picker, saving } from '@tidemark/web/ui/pages';
import { TaskChoices } from '../tasks/task-choices';
import { type TimerDraft, titleOf } from '../timers/timer-draft';
import { TemplatesApi } from './templates-api';

export interface TemplateDialogData {
  /** The one to change; a new one without. */
  template?: TimeEntryTemplateView;
  /** What a new one is filled in with. */
  work?: Partial<TimerDraft>;
}

/** Nothing else is known of it: not its name any more, nor its tasks. */
const LEFT_PROJECT = 'A project that you are no longer in';

/** Creates or changes a template. Closes with the saved one. */
@Component({
  selector: 'tm-template-dialog',
  imports: [Field, FieldControl, MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './template-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class TemplateDialog implements FormDialog {
  private readonly api = inject(TemplatesApi);
  private readonly tasks = inject(TaskChoices);
  private readonly dialog: MatDialogRef<TemplateDialog, TimeEntryTemplateView | null> =
    inject(MatDialogRef);
  private readonly data: TemplateDialogData = inject(MAT_DIALOG_DATA);
  protected readonly projects = inject(ProjectChoices);

  protected readonly template = this.data.template;
  readonly form = formFor(this.data);
  protected readonly saving = saving(this.form);
  protected readonly knownProject = projectOf(this.data);
  protected readonly knownTask = taskOf(this.data);

  private readonly projectId = toSignal(this.form.controls.project_id.valueChanges, {
    initialValue: this.form.controls.project_id.value,
  });
  protected readonly taskSource = computed(() => this.tasks.of(this.projectId()));

  protected projectPicked(): void {
    this.form.controls.task_id.setValue(null);
  }

  protected async save(): Promise<void> {
    const saved = await this.saving.save(() => this.request());
    if (saved) this.dialog.close(saved);
  }

  private request() {
    const { template } = this;
    const { name, note, project_id, ...rest } = this.form.getRawValue();
    const values: SaveTimeEntryTemplate = {
      ...rest,
      name: name.trim(),
      note: note.trim(),
      project_id: project_id ?? 0,
    };
    if (!template) return this.api.create(values);
    const changes = changedFields(values, template);
    return Object.keys(changes).length > 0 ? this.api.update(template.id, changes) : of(template);
  }
}

function formFor({ template, work }: TemplateDialogData) {
  const filled = template ?? work;
  return new FormGroup({
    name: new FormControl(template?.name ?? (work?.project_name ? titleOf(named(work)) : ''), {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(255)],
    }),
    project_id: new FormControl(filled?.project_id ?? null, Validators.required),
    task_id: new FormControl(filled?.task_id ?? null),
    note: new FormControl(filled?.note ?? '', {
      nonNullable: true,
      validators: Validators.maxLength(2000),
    }),
    billable: new FormControl(filled?.billable ?? true, { nonNullable: true }),
  });
}

const named = ({ note = '', task_name = null, project_name = '' }: Partial<TimerDraft>) => ({
  note: [...note].slice(0, 255).join(''),
  task_name,
  project_name,
});

function projectOf({ template, work }: TemplateDialogData): Pickable | undefined {
  if (template?.project_name === null) return { id: template.project_id, name: LEFT_PROJECT };
  const { project_id, project_name, project_color } = template ?? work ?? {};
  return project_id && project_name
    ? { id: project_id, name: project_name, color: project_color ?? undefined }
    : undefined;
}

function taskOf({ template, work }: TemplateDialogData): Pickable | undefined {
  const { task_id, task_name } = template ?? work ?? {};
  if (template?.project_name === null && task_id) return { id: task_id, name: 'Its task' };
  return task_id && task_name ? { id: task_id, name: task_name } : undefined;
}
