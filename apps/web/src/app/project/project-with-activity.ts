import { Component, input } from '@angular/core';
import { ActivityFeed } from '@tidemark/web/activity';
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
      />
    </ng-template>
  `,
})
export class ProjectWithActivity {
  /** From the route. */
  readonly id = input.required<string>();
}
