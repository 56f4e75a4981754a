import { inject, Service } from '@angular/core';
import type { ProjectView } from '@tidemark/contracts';
import { ConfirmDialog, FormDialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { ProjectDialog, type ProjectDialogData } from './project-dialog';
import { ProjectsApi } from './projects-api';

/** What people do with projects, with everything that is asked and said on the way. */
@Service()
export class ProjectActions {
  private readonly api = inject(ProjectsApi);
  private readonly dialogs = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly changes = inject(WorkChanges);

  /** The new project; undefined when there is none after all. */
  create(): Promise<ProjectView | undefined> {
    return this.open({});
  }

  edit(project: ProjectView): Promise<ProjectView | undefined> {
    return this.open({ project });
  }

  async archive({ id, name }: ProjectView): Promise<void> {
    const confirmation = await this.confirm.ask({
      title: `Archive “${name}”?`,
      text: 'No more time can be tracked on it and nothing in it can be changed, until it is unarchived. Nothing is lost.',
      action: 'Archive',
      reason: 'optional',
    });
    if (!confirmation) return;
    await this.run(this.api.archive(id, confirmation), `Archived “${name}”`);
    this.changes.tell('projects');
  }

  async unarchive({ id, name }: ProjectView): Promise<void> {
    await this.run(this.api.unarchive(id), `“${name}” is active again`);
    this.changes.tell('projects');
  }

  /** Whether it is gone. Who shows it decides what to show instead. */
  async remove({ id, name }: ProjectView): Promise<boolean> {
    const confirmation = await this.confirm.ask({
      title: `Delete “${name}”?`,
      text: 'Its tasks go with it. A project on which time was tracked cannot be deleted: archive it instead.',
      action: 'Delete',
      danger: true,
    });
    return !!confirmation && this.run(this.api.delete(id), `Deleted “${name}”`);
  }

  /** Whether the server took it. Lists are not told: nothing moves under the pointer. */
  async setFavorite({ id }: ProjectView, favorite: boolean): Promise<boolean> {
    try {
      await firstValueFrom(this.api.setFavorite(id, favorite));
      return true;
    } catch (error) {
      this.toast.problem(toProblem(error));
      return false;
    }
  }

  private async open(data: ProjectDialogData): Promise<ProjectView | undefined> {
    const saved = await this.dialogs.open<ProjectView, ProjectDialogData>(ProjectDialog, data);
    if (saved) this.changes.tell('projects');
    return saved;
  }

  private async run(request: Observable<unknown>, done: string): Promise<boolean> {
    try {
      await firstValueFrom(request);
      this.toast.show(done);
      return true;
    } catch (error) {
      this.toast.problem(toProblem(error));
      return false;
    }
  }
}
