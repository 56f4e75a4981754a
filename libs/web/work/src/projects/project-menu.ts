import { Component, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { ProjectView } from '@tidemark/contracts';
import { Icon } from '@tidemark/web/ui';
import { Rights } from '../shared/rights';
import { ProjectActions } from './project-actions';

/** What those who manage a project can do with it. Nothing for others. */
@Component({
  selector: 'tm-project-menu',
  imports: [Icon, MatMenuModule, RouterLink],
  templateUrl: './project-menu.html',
})
export class ProjectMenu {
  protected readonly actions = inject(ProjectActions);
  protected readonly rights = inject(Rights);

  readonly project = input.required<ProjectView>();
  readonly deleted = output();

  protected async remove(): Promise<void> {
    if (await this.actions.remove(this.project())) this.deleted.emit();
  }
}
