import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import {
  type SaveTask,
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskStatus,
  type TaskView,
} from '@tidemark/contracts';
import {
  Field,
  FieldControl,
  type FormDialog,
  parseDuration,
  type Pickable,
} from '@tidemark/web/ui';
import { of } from 'rxjs';
import { PersonChoices } from '../people/person-choices';
import { ProjectChoices } from '../projects/project-choices';
import { changedFields, Picker, saving } from '@tidemark/web/ui/pages';
import { TASK_PRIORITY_LABELS, TASK_STATUS_LABELS } from './task-words';
import { TasksApi } from './tasks-api';

export interface TaskDialogData {
  /** The one to change; a new one without. */
  task?: TaskView;
  /** Where a new one goes. */
  project?: Pickable;
}

/** Creates or changes a task. Closes with the saved task. */
@Component({
  selector: 'tm-task-dialog',
  imports: [Field, FieldControl, MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './task-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class TaskDialog implements FormDialog {
  private readonly api = inject(TasksApi);
  private readonly people = inject(PersonChoices);
  private readonly dialog: MatDialogRef<TaskDialog, TaskView | null> = inject(MatDialogRef);
  private readonly data: TaskDialogData = inject(MAT_DIALOG_DATA);
  protected readonly projects = inject(ProjectChoices);

  protected readonly task = this.data.task;
  readonly form = formFor(this.data);
  protected readonly saving = saving(this.form);
  protected readonly statuses = TASK_STATUSES;
  protected readonly statusLabels = TASK_STATUS_LABELS;
  protected readonly priorities = TASK_PRIORITIES;
  protected readonly priorityLabels = TASK_PRIORITY_LABELS;
  protected readonly knownProject = this.task ? projectOf(this.task) : this.data.project;
  protected readonly knownAssignee = this.task && assigneeOf(this.task);

  private readonly projectId = toSignal(this.form.controls.project_id.valueChanges, {
    initialValue: this.form.controls.project_id.value,
  });
  protected readonly assignees = computed(() => this.people.inProject(this.projectId()));

  constructor() {
    // A task stays in its project.
    if (this.task) this.form.controls.project_id.disable();
  }

  protected projectPicked(): void {
    this.form.controls.assigned_to.setValue(null);
  }

  protected async save(): Promise<void> {
    const saved = await this.saving.save(() => this.request());
    if (saved) this.dialog.close(saved);
  }

  private request() {
    const { task } = this;
    const { project_id, ...values } = this.values();
    if (!task) return this.api.create({ project_id, ...values });
    const changes = changedFields(values, task);
    return Object.keys(changes).length > 0 ? this.api.update(task.id, changes) : of(task);
  }

  private values(): SaveTask {
    const { name, description, project_id, estimate, due_date, ...rest } = this.form.getRawValue();
    return {
      ...rest,
      name: name.trim(),
      description: description.trim(),
      project_id: project_id ?? 0,
      due_date: due_date || null,
      estimate_hours: toHours(estimate),
    };
  }
}

function formFor({ task, project }: TaskDialogData) {
  const text = (value: string, max: number) =>
    new FormControl(value, { nonNullable: true, validators: Validators.maxLength(max) });
  return new FormGroup({
    name: new FormControl(task?.name ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(255)],
    }),
    project_id: new FormControl(task?.project_id ?? project?.id ?? null, Validators.required),
    description: text(task?.description ?? '', 5000),
    status: new FormControl<TaskStatus>(task?.status ?? 'todo', { nonNullable: true }),
    priority: new FormControl<TaskPriority>(task?.priority ?? 'medium', { nonNullable: true }),
    assigned_to: new FormControl(task?.assigned_to ?? null),
    due_date: text(task?.due_date ?? '', 10),
    estimate: new FormControl(task?.estimate_hours ? `${task.estimate_hours}h` : '', {
      nonNullable: true,
      validators: ({ value }) =>
        !value || parseDuration(value)
          ? null
          : { duration: { message: 'Enter a duration, like 4h or 1:30' } },
    }),
  });
}

/** Hours with two places, as on the wire; null for none. */
function toHours(typed: string): number | null {
  const seconds = parseDuration(typed);
  return seconds ? Math.round(seconds / 36) / 100 : null;
}

function projectOf(task: TaskView): Pickable {
  return { id: task.project_id, name: task.project_name, color: task.project_color };
}

function assigneeOf({ assigned_to, assigned_to_name }: TaskView): Pickable | undefined {
  return assigned_to === null ? undefined : { id: assigned_to, name: assigned_to_name ?? '' };
}
