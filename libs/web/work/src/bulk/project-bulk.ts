import { Component, computed, inject, input } from '@angular/core';
import type { ProjectView } from '@tidemark/contracts';
import { ConfirmDialog, Icon } from '@tidemark/web/ui';
import { type Selection, SelectionBar } from '@tidemark/web/ui/pages';
import { BulkApi } from './bulk-api';
import { BulkChanges } from './bulk-changes';

/** What can be done to the projects that are chosen. */
@Component({
  selector: 'tm-project-bulk',
  imports: [Icon, SelectionBar],
  template: `
    <tm-selection-bar [selection]="selection()">
      <button type="button" class="btn btn-small" [disabled]="none()" (click)="archive()">
        <tm-icon name="archive" [size]="16" />Archive
      </button>
    </tm-selection-bar>
  `,
  styles: ':host { display: contents; }',
})
export class ProjectBulk {
  private readonly api = inject(BulkApi);
  private readonly bulk = inject(BulkChanges);
  private readonly confirm = inject(ConfirmDialog);

  readonly selection = input.required<Selection<ProjectView>>();

  protected readonly none = computed(() => this.selection().count() === 0);

  protected async archive(): Promise<void> {
    const what = counted(this.selection().count());
    const confirmation = await this.confirm.ask({
      title: `Archive ${what}?`,
      text: 'No more time can be tracked on them and nothing in them can be changed, until they are unarchived. Nothing is lost.',
      action: `Archive ${what}`,
      reason: 'optional',
    });
    if (!confirmation) return;
    const rows = this.selection()
      .chosen()
      .map(({ id, name, client_name }) => ({ id, name, detail: client_name }));
    const isDone = await this.bulk.run({
      rows,
      send: (ids) => this.api.archiveProjects({ ids, ...confirmation }),
      done: (count) => `Archived ${counted(count)}`,
      told: ['projects'],
    });
    if (isDone) this.selection().clear();
  }
}

function counted(count: number): string {
  return count === 1 ? '1 project' : `${count} projects`;
}
