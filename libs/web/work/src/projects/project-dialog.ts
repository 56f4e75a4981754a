import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { OPEN_PROJECT_STATUSES, type ProjectView, type SaveProject } from '@tidemark/contracts';
import { Field, FieldControl, type FormDialog } from '@tidemark/web/ui';
import { of } from 'rxjs';
import { ClientChoices } from '../clients/client-choices';
import { changedFields, Picker, saving } from '@tidemark/web/ui/pages';
import { ColorField } from './color-field';
import { PROJECT_COLORS } from './project-colors';
import { PROJECT_STATUS_LABELS } from './project-status';
import { ProjectsApi } from './projects-api';

export interface ProjectDialogData {
  /** The one to change; a new one without. */
  project?: ProjectView;
}

type OpenStatus = (typeof OPEN_PROJECT_STATUSES)[number];

/** Creates or changes a project. Closes with the saved project. */
@Component({
  selector: 'tm-project-dialog',
  imports: [ColorField, Field, FieldControl, MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './project-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class ProjectDialog implements FormDialog {
  private readonly api = inject(ProjectsApi);
  private readonly dialog: MatDialogRef<ProjectDialog, ProjectView | null> = inject(MatDialogRef);
  private readonly data: ProjectDialogData = inject(MAT_DIALOG_DATA);
  protected readonly clients = inject(ClientChoices);

  protected readonly project = this.data.project;
  readonly form = formFor(this.project);
  protected readonly saving = saving(this.form);
  protected readonly statuses = OPEN_PROJECT_STATUSES;
  protected readonly statusLabels = PROJECT_STATUS_LABELS;
  protected readonly knownClient = this.project && {
    id: this.project.client_id,
    name: this.project.client_name,
  };

  protected async save(): Promise<void> {
    const saved = await this.saving.save(() => this.request());
    if (saved) this.dialog.close(saved);
  }

  private request() {
    const { project } = this;
    const values = this.values();
    if (!project) return this.api.create(values);
    const changes = changedFields(values, project);
    return Object.keys(changes).length > 0 ? this.api.update(project.id, changes) : of(project);
  }

  private values(): SaveProject {
    const { name, description, client_id, color, hourly_rate, budget_hours, status } =
      this.form.getRawValue();
    return {
      name: name.trim(),
      description: description.trim(),
      client_id: client_id ?? 0,
      color: color.trim().toLowerCase(),
      hourly_rate: toAmount(hourly_rate),
      budget_hours: budget_hours.trim() ? toNumber(budget_hours) : null,
      status,
    };
  }
}

function formFor(project?: ProjectView) {
  const text = (value: string, ...validators: Parameters<typeof Validators.compose>[0] & object) =>
    new FormControl(value, { nonNullable: true, validators: validators as [] });
  const status = OPEN_PROJECT_STATUSES.find((one) => one === project?.status) ?? 'active';
  return new FormGroup({
    name: text(project?.name ?? '', Validators.required, Validators.maxLength(255)),
    client_id: new FormControl(project?.client_id ?? null, Validators.required),
    description: text(project?.description ?? '', Validators.maxLength(5000)),
    color: text(
      project?.color ?? PROJECT_COLORS[0].value,
      Validators.required,
      Validators.pattern(/^\s*#[\da-f]{6}\s*$/i),
    ),
    hourly_rate: text(
      project?.hourly_rate ?? '',
      Validators.pattern(/^\s*\d{1,6}([.,]\d{1,2})?\s*$/),
    ),
    budget_hours: text(
      `${project?.budget_hours ?? ''}`,
      Validators.pattern(/^\s*\d{1,6}([.,]\d{1,2})?\s*$/),
    ),
    status: new FormControl<OpenStatus>(status, { nonNullable: true }),
  });
}

const toNumber = (typed: string): number => Number(typed.trim().replace(',', '.'));

/** As on the wire, with two places: "85" → "85.00". */
function toAmount(typed: string): string | null {
  return typed.trim() ? toNumber(typed).toFixed(2) : null;
}
