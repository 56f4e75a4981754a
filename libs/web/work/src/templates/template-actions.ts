import { inject, Service } from '@angular/core';
import type { TimeEntryTemplateView } from '@tidemark/contracts';
import { ConfirmDialog, FormDialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { EntryActions } from '../time-entries/entry-actions';
import { TimerActions } from '../timers/timer-actions';
import type { TimerDraft } from '../timers/timer-draft';
import type { TemplateDialogData } from './template-dialog';
import { TemplatesApi } from './templates-api';

/** What people do with their templates, with everything that is asked and said on the way. */
@Service()
export class TemplateActions {
  private readonly api = inject(TemplatesApi);
  private readonly dialogs = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly entries = inject(EntryActions);
  private readonly timers = inject(TimerActions);
  private readonly toast = inject(Toast);
  private readonly changes = inject(WorkChanges);

  /** Whether a timer runs on it now. */
  start(template: TimeEntryTemplateView): Promise<boolean> {
    return this.timers.startBy(draftFrom(template), () => this.api.start(template.id));
  }

  /** An entry by hand, filled in with what the template says. */
  addTime(template: TimeEntryTemplateView): Promise<void> {
    return this.entries.add(undefined, draftFrom(template));
  }

  /** A new one, filled in with what is being worked on where that is given. */
  async create(work?: Partial<TimerDraft>): Promise<void> {
    const saved = await this.open({ work });
    if (saved) this.toast.show(`Kept “${saved.name}” as a template`);
  }

  async edit(template: TimeEntryTemplateView): Promise<void> {
    await this.open({ template });
  }

  async remove({ id, name }: TimeEntryTemplateView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: `Delete the template “${name}”?`,
      text: 'What was tracked with it stays.',
      action: 'Delete',
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.api.delete(id));
      this.changes.tell('templates');
      this.toast.show(`Deleted “${name}”`);
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private async open(data: TemplateDialogData): Promise<TimeEntryTemplateView | undefined> {
    const dialog = import('./template-dialog').then((module) => module.TemplateDialog);
    const saved = await this.dialogs.open<TimeEntryTemplateView, TemplateDialogData>(dialog, data);
    if (saved) this.changes.tell('templates');
    return saved;
  }
}

/** What a timer shows until the server has answered, and an entry by hand begins with. */
function draftFrom(template: TimeEntryTemplateView): TimerDraft {
  const { project_id, task_id, task_name, note, billable } = template;
  return {
    project_id,
    project_name: template.project_name ?? '',
    project_color: template.project_color ?? '',
    client_name: template.client_name ?? '',
    task_id,
    task_name,
    note,
    billable,
  };
}
