import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  type TemplateRef,
} from '@angular/core';
import { MatTabsModule } from '@angular/material/tabs';
import { Router, RouterLink } from '@angular/router';
import {
  codeOf,
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  PageTitle,
  Skeleton,
  Swatch,
} from '@tidemark/web/ui';
import { Comments } from '../comments/comments';
import type { CommentedThing } from '../comments/comments-api';
import { Rights } from '../shared/rights';
import { NamedPart, urlQuery } from '@tidemark/web/ui/pages';
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
  { name: 'activity', label: 'Activity' },
] as const;

/** One project: what it is, its tasks, people and time. The page that shows it brings the activity. */
@Component({
  selector: 'tm-project-page',
  imports: [
    Comments,
    EmptyState,
    EntryList,
    ErrorState,
    FavoriteButton,
    Icon,
    MatTabsModule,
    NamedPart,
    NgTemplateOutlet,
    ProjectMembers,
    ProjectMenu,
    ProjectOverview,
    ProjectStatusChip,
    RouterLink,
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
  private readonly changes = inject(WorkChanges);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly actions = inject(ProjectActions);
  protected readonly entries = inject(EntryActions);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });
  /** The content of the tab "Activity", given the id of the project; no such tab without. */
  readonly activity = input<TemplateRef<{ $implicit: number }>>();

  protected readonly tabs = computed(() =>
    TABS.filter(({ name }) => name !== 'activity' || this.activity()),
  );
  protected readonly tab = computed(
    () => this.tabs().find(({ name }) => name === this.url.text('tab'))?.name ?? 'overview',
  );

  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count('projects', 'tasks', 'time') }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly project = computed(() => {
    const project = this.loaded.value();
    return project?.id === this.id() ? project : undefined;
  });
  protected readonly isMissing = computed(() => {
    const problem = this.loaded.problem();
    return (
      !!problem && ['not-found', 'invalid-parameter', 'validation-failed'].includes(codeOf(problem))
    );
  });
  protected readonly isArchived = computed(() => this.project()?.status === 'archived');
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

  constructor() {
    effect(() => {
      const project = this.project();
      if (project) this.title.name.set(project.name);
    });
  }

  protected deleted(): void {
    void this.router.navigate(['/projects']);
  }
}
