import { Component, inject, input } from '@angular/core';
import { ActivityFeed } from '@tidemark/web/activity';
import { WorkChanges } from '@tidemark/web/work';
import { ProjectPage } from '@tidemark/web/work/pages';

/** A project with its history. */
@Component({
  selector: 'tm-project-with-activity',
  imports: [ActivityFeed, ProjectPage],
  template: `
    <tm-project-page [id]="id()" [activity]="activity" />
    <ng-template #activity let-projectId>
      <tm-activity-feed
        tall
        heading="Activity of this project"
        [pageSize]="25"
        [filter]="{ project_id: projectId }"
        [changes]="changes.total()"
      />
    </ng-template>
  `,
})
export class ProjectWithActivity {
  protected readonly changes = inject(WorkChanges);

  /** From the route. */
  readonly id = input.required<string>();
}
