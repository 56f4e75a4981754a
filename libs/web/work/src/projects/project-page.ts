import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Router } from '@angular/router';
import { Icon, loaded, Skeleton, Swatch } from '@tidemark/web/ui';
import { Comments } from '../comments/comments';
import type { CommentedThing } from '../comments/comments-api';
import { Rights } from '../shared/rights';
import { NamedPart, RecordPage, urlQuery } from '@tidemark/web/ui/pages';
import { WorkChanges } from '../shared/work-changes';
import { TaskList } from '../tasks/task-list';
import { EntryActions } from '../time-entries/entry-actions';
import { EntryList } from '../time-entries/entry-list';
import { FavoriteButton } from './favorite-button';
import { ProjectActions } from './project-actions';
import { ProjectMembers } from './project-members';
import { ProjectMenu } from './project-menu';
import { ProjectOverview } from './project-overview';
import { ProjectStatusChip } from './project-status-chip';
import { ProjectsApi } from './projects-api';

const TABS = [
  { name: 'overview', label: 'Overview' },
  { name: 'tasks', label: 'Tasks' },
  { name: 'members', label: 'Members' },
  { name: 'time', label: 'Time' },
];

/** One project: what it is, its tasks, people and time, and its history. */
@Component({
  selector: 'tm-project-page',
  imports: [
    Comments,
    EntryList,
    FavoriteButton,
    Icon,
    NamedPart,
    ProjectMembers,
    ProjectMenu,
    ProjectOverview,
    ProjectStatusChip,
    RecordPage,
    Skeleton,
    Swatch,
    TaskList,
  ],
  templateUrl: './project-page.html',
  styleUrl: './project-page.css',
  host: { class: 'page' },
})
export class ProjectPage {
  private readonly api = inject(ProjectsApi);
  private readonly router = inject(Router);
  protected readonly actions = inject(ProjectActions);
  protected readonly changes = inject(WorkChanges);
  protected readonly entries = inject(EntryActions);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'Projects', link: '/projects' };
  protected readonly tabs = TABS;
  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count('projects', 'tasks', 'time') }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly project = computed(() => {
    const project = this.loaded.value();
    return project?.id === this.id() ? project : undefined;
  });
  protected readonly isArchived = computed(() => this.project()?.status === 'archived');
  protected readonly reason = computed(() => this.project()?.archived_reason);
  /** Leads, administrators and auditors look at everybody's time; others at their own. */
  protected readonly seesAllTime = computed(
    () => this.project()?.can_manage === true || !this.rights.canWork(),
  );
  protected readonly timeQuery = computed(() => ({
    project_id: this.id(),
    user_id: this.seesAllTime() ? ('all' as const) : undefined,
    page: this.url.page(),
  }));

  protected readonly commented = computed((): CommentedThing => ({
    kind: 'projects',
    id: this.id(),
  }));

  protected deleted(): void {
    void this.router.navigate(['/projects']);
  }
}
